-- An address that was only typed in waits here, a telephone signs in only where whoever issued a role or entered the card gave it.
-- Telephones that people wrote into their own profiles stay contacts: nobody has proven them.
ALTER TABLE "Account" ADD COLUMN "pendingEmail" TEXT, ADD COLUMN "signInPhone" TEXT;
CREATE UNIQUE INDEX "Account_signInPhone_key" ON "Account"("signInPhone");
CREATE INDEX "Account_pendingEmail_idx" ON "Account"("pendingEmail");

-- A role that waits for the letter's link keeps what its issuer knows of the person.
ALTER TABLE "Invitation"
  ADD COLUMN "lastName" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "firstName" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "patronymic" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "post" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "phone" TEXT NOT NULL DEFAULT '';

-- A secret proves the address it was sent to. Until now every one went to the account.
ALTER TABLE "ActivationCode" ADD COLUMN "email" TEXT;
ALTER TABLE "PasswordReset" ADD COLUMN "email" TEXT;
UPDATE "ActivationCode" c SET email = a.email FROM "Account" a WHERE a.id = c."accountId" AND c."usedAt" IS NULL;
UPDATE "PasswordReset" r SET email = a.email FROM "Account" a WHERE a.id = r."accountId" AND r."usedAt" IS NULL;
