-- What the virus scanner said of a file's bytes. Files that came before a scanner was asked have not been checked, and say so.
ALTER TABLE "EvidenceFile" ADD COLUMN "virusCheck" TEXT NOT NULL DEFAULT 'UNCHECKED';

-- Files that wait for a scanner which did not answer, for the sweep.
CREATE INDEX "EvidenceFile_virusCheck_status_idx" ON "EvidenceFile"("virusCheck", "status");
