-- An address that nobody has proven leaves the one unique place: letters still go to it, nobody signs in by it, and its owner may claim it.
-- It stays only where nothing but the one-time password sent to it can open the account.
UPDATE "Account" SET "pendingEmail" = email, email = NULL
WHERE email IS NOT NULL AND "emailVerifiedAt" IS NULL AND ("passwordChosenAt" IS NOT NULL OR snils IS NOT NULL);

ALTER TABLE "Account" ADD CONSTRAINT "Account_email_proven"
  CHECK (email IS NULL OR "emailVerifiedAt" IS NOT NULL OR ("passwordChosenAt" IS NULL AND snils IS NULL));
