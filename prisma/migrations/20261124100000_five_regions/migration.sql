-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "emailVerifiedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sex" TEXT,
ADD COLUMN     "snils" TEXT,
ALTER COLUMN "email" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "periodId" TEXT,
ADD COLUMN     "portalNumber" TEXT,
ADD COLUMN     "practice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scheduleEdition" INTEGER,
ADD COLUMN     "verdict" TEXT,
ADD COLUMN     "verdictText" TEXT;

-- AlterTable
ALTER TABLE "EvidenceFile" ADD COLUMN     "paper" TEXT;

-- AlterTable
ALTER TABLE "ExpertAssignment" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "invitedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Withdrawal" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedById" UUID,
ADD COLUMN     "declineReason" TEXT,
ADD COLUMN     "formedById" UUID,
ADD COLUMN     "sentAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN     "assignmentId" UUID;

-- CreateTable
CREATE TABLE "Identity" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "municipalityId" UUID,
    "organisationId" UUID,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "accountId" UUID,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailConfirmation" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivationCode" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "issuedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ActivationCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Employee" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "accountId" UUID,
    "snils" TEXT,
    "lastName" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "patronymic" TEXT NOT NULL DEFAULT '',
    "sex" TEXT,
    "positionId" TEXT,
    "dismissedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmployeeCard" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "employeeId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "checkedAt" TIMESTAMPTZ(3),
    "checkedById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "EmployeeCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmployerSignature" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "confirmationId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EmployerSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmployerPaper" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "attachedAt" TIMESTAMPTZ(3),
    "attachedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmployerPaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InformationRequest" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "addressee" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedById" UUID NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,

    CONSTRAINT "InformationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExpertConclusion" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "attachedAt" TIMESTAMPTZ(3) NOT NULL,
    "attachedById" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "agreed" BOOLEAN,
    "remarks" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ExpertConclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "periodId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "approvedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceEntry" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "applicationId" UUID,
    "cardId" UUID,
    "indicatorId" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" UUID NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EvidenceEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Identity_accountId_idx" ON "Identity"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_provider_subject_key" ON "Identity"("provider", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_regionId_municipalityId_createdAt_idx" ON "Invitation"("regionId", "municipalityId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "EmailConfirmation_tokenHash_key" ON "EmailConfirmation"("tokenHash");

-- CreateIndex
CREATE INDEX "EmailConfirmation_accountId_idx" ON "EmailConfirmation"("accountId");

-- CreateIndex
CREATE INDEX "ActivationCode_accountId_idx" ON "ActivationCode"("accountId");

-- CreateIndex
CREATE INDEX "Employee_regionId_organisationId_lastName_firstName_id_idx" ON "Employee"("regionId", "organisationId", "lastName", "firstName", "id");

-- CreateIndex
CREATE INDEX "Employee_accountId_idx" ON "Employee"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Employee_organisationId_snils_key" ON "Employee"("organisationId", "snils");

-- CreateIndex
CREATE UNIQUE INDEX "EmployeeCard_employeeId_key" ON "EmployeeCard"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "EmployerSignature_confirmationId_role_key" ON "EmployerSignature"("confirmationId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "EmployerPaper_applicationId_key" ON "EmployerPaper"("applicationId");

-- CreateIndex
CREATE INDEX "EmployerPaper_organisationId_status_idx" ON "EmployerPaper"("organisationId", "status");

-- CreateIndex
CREATE INDEX "InformationRequest_applicationId_idx" ON "InformationRequest"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "ExpertConclusion_applicationId_key" ON "ExpertConclusion"("applicationId");

-- CreateIndex
CREATE INDEX "Schedule_regionId_periodId_idx" ON "Schedule"("regionId", "periodId");

-- CreateIndex
CREATE UNIQUE INDEX "Schedule_municipalityId_periodId_key" ON "Schedule"("municipalityId", "periodId");

-- CreateIndex
CREATE INDEX "EvidenceEntry_applicationId_indicatorId_idx" ON "EvidenceEntry"("applicationId", "indicatorId");

-- CreateIndex
CREATE INDEX "EvidenceEntry_cardId_indicatorId_idx" ON "EvidenceEntry"("cardId", "indicatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_snils_key" ON "Account"("snils");

-- CreateIndex
CREATE INDEX "Deadline_assignmentId_idx" ON "Deadline"("assignmentId");

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employee" ADD CONSTRAINT "Employee_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employee" ADD CONSTRAINT "Employee_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmployeeCard" ADD CONSTRAINT "EmployeeCard_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmployerSignature" ADD CONSTRAINT "EmployerSignature_confirmationId_fkey" FOREIGN KEY ("confirmationId") REFERENCES "EmployerConfirmation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmployerPaper" ADD CONSTRAINT "EmployerPaper_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationRequest" ADD CONSTRAINT "InformationRequest_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExpertConclusion" ADD CONSTRAINT "ExpertConclusion_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceEntry" ADD CONSTRAINT "EvidenceEntry_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceEntry" ADD CONSTRAINT "EvidenceEntry_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "EmployeeCard"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "ExpertAssignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;


