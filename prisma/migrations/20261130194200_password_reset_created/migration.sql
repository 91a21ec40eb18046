-- When the letter was written: an older link says which one is newer.
ALTER TABLE "PasswordReset" ADD COLUMN "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
