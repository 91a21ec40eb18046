-- When the coordinator passed a verified case to the attestation centre, and who did; no status of its own.
ALTER TABLE "Application" ADD COLUMN "handedOverAt" TIMESTAMPTZ(3),
ADD COLUMN "handedOverById" UUID;
