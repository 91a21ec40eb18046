-- A person of the demo is known by a mark, not by a spelling, and has no password: the one they all had was published.
ALTER TABLE "Account" ADD COLUMN "demo" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Account" SET "demo" = true, "passwordHash" = '-' WHERE "login" LIKE 'demo-%' OR "email" LIKE '%@demo.example';
