-- What a teacher tells the school of his card: the application says it otherwise. A report is never deleted.
CREATE TABLE "CardReport" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "employeeId" UUID NOT NULL,
    "differences" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "answer" TEXT,

    CONSTRAINT "CardReport_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "CardReport_employeeId_closedAt_idx" ON "CardReport"("employeeId", "closedAt");
-- One case has one report that waits for an answer, whatever is pressed twice.
CREATE UNIQUE INDEX "CardReport_open_key" ON "CardReport"("applicationId") WHERE "closedAt" IS NULL;
ALTER TABLE "CardReport" ADD CONSTRAINT "CardReport_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CardReport" ADD CONSTRAINT "CardReport_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
