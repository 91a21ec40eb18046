-- A file that was never sent nor judged may lose its bytes long after it was removed; its row stays and says when.
ALTER TABLE "EvidenceFile" ADD COLUMN "bytesDeletedAt" TIMESTAMPTZ(3);

-- Finds removed files that still have their bytes, oldest first.
CREATE INDEX "EvidenceFile_removedAt_idx" ON "EvidenceFile"("removedAt");
