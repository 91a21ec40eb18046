ALTER TABLE "Session" ADD COLUMN "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "provenAt" TIMESTAMPTZ(3),
ADD COLUMN "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN "device" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Identity" ADD COLUMN "proof" TEXT NOT NULL DEFAULT 'SESSION';
-- An account that came through the portal was made in one moment with its identity.
UPDATE "Identity" i SET "proof" = 'ORIGIN' FROM "Account" a WHERE a.id = i."accountId" AND a."createdAt" = i."createdAt";
