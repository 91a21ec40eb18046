-- The trail of acts: a table that only grows, in one partition a month of real time. Partitions live in a schema of their own: nobody reads or
-- writes them but through the table, and a role that may insert there needs no right to a partition.
CREATE SCHEMA IF NOT EXISTS "trail";

ALTER TABLE "AuditEntry" RENAME TO "AuditEntry_former";
ALTER TABLE "AuditEntry_former" RENAME CONSTRAINT "AuditEntry_pkey" TO "AuditEntry_former_pkey";
DROP INDEX "AuditEntry_regionId_at_idx";
DROP INDEX "AuditEntry_objectType_objectId_idx";

CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "businessAt" TIMESTAMPTZ(3) NOT NULL,
    "regionId" UUID,
    "accountId" UUID,
    "role" TEXT,
    "sessionId" UUID,
    "requestId" TEXT,
    "address" TEXT,
    "action" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "applicationId" UUID,
    "personId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id", "at")
) PARTITION BY RANGE ("at");

CREATE INDEX "AuditEntry_regionId_at_id_idx" ON "AuditEntry"("regionId", "at", "id");
CREATE INDEX "AuditEntry_accountId_at_idx" ON "AuditEntry"("accountId", "at");
CREATE INDEX "AuditEntry_personId_at_idx" ON "AuditEntry"("personId", "at");
CREATE INDEX "AuditEntry_applicationId_at_idx" ON "AuditEntry"("applicationId", "at");
CREATE INDEX "AuditEntry_objectType_objectId_idx" ON "AuditEntry"("objectType", "objectId");

CREATE FUNCTION "trail"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the trail of acts only grows: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "trail"."refuse_change"();
CREATE TRIGGER "never_truncated" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "trail"."refuse_change"();

-- A row of a month that has no partition lands here, so that no act ever fails for want of one.
CREATE TABLE "trail"."entries_other" PARTITION OF "AuditEntry" DEFAULT;
CREATE TRIGGER "never_truncated" BEFORE TRUNCATE ON "trail"."entries_other" FOR EACH STATEMENT EXECUTE FUNCTION "trail"."refuse_change"();

-- Makes the partitions from the month of `since` to `ahead` months after this one; returns how many were made. It runs with the rights of its
-- owner: the site's role makes partitions, though it may not make tables. A month whose rows already lie in the default partition stays there.
CREATE FUNCTION "trail"."make_partitions"("since" TIMESTAMPTZ DEFAULT now(), "ahead" INT DEFAULT 3) RETURNS INT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  month TIMESTAMP := date_trunc('month', since AT TIME ZONE 'UTC');
  name TEXT;
  made INT := 0;
BEGIN
  -- One maker at a time: every worker calls this.
  PERFORM pg_advisory_xact_lock(hashtextextended('trail.make_partitions', 0));
  WHILE month <= date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead) LOOP
    name := 'entries_' || to_char(month, 'YYYY_MM');
    IF to_regclass(format('trail.%I', name)) IS NULL AND NOT EXISTS (
      SELECT 1 FROM "trail"."entries_other"
      WHERE "at" >= month AT TIME ZONE 'UTC' AND "at" < (month + interval '1 month') AT TIME ZONE 'UTC')
    THEN
      EXECUTE format('CREATE TABLE "trail".%I PARTITION OF "AuditEntry" FOR VALUES FROM (%L) TO (%L)',
        name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
      EXECUTE format('CREATE TRIGGER "never_truncated" BEFORE TRUNCATE ON "trail".%I FOR EACH STATEMENT EXECUTE FUNCTION "trail"."refuse_change"()', name);
      made := made + 1;
    END IF;
    month := month + interval '1 month';
  END LOOP;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION "trail"."make_partitions"(TIMESTAMPTZ, INT) FROM PUBLIC;

-- The former rows: their ids carry the real time they were made at (UUIDv7), `at` was the clock of business terms.
CREATE TEMPORARY TABLE "kept" AS
SELECT f.*,
  CASE WHEN substr(f.id::text, 15, 1) = '7'
    THEN to_timestamp((('x' || substr(replace(f.id::text, '-', ''), 1, 12))::bit(48)::bigint) / 1000.0) ELSE f.at END AS "realAt",
  CASE WHEN f."objectId" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN f."objectId"::uuid END AS "recordId",
  CASE WHEN f.data->>'applicationId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (f.data->>'applicationId')::uuid END AS "saidApplicationId"
FROM "AuditEntry_former" f;

SELECT "trail"."make_partitions"(coalesce((SELECT min("realAt") FROM "kept"), now()));

INSERT INTO "AuditEntry" (id, at, "businessAt", "regionId", "accountId", role, action, "objectType", "objectId", "applicationId", "personId", data)
SELECT k.id, k."realAt", k.at, k."regionId", k."accountId", k.role, k.action, k."objectType", k."objectId",
  coalesce(k."saidApplicationId", CASE WHEN k."objectType" = 'Application' THEN k."recordId" END, s."applicationId", f."applicationId"),
  CASE WHEN k."objectType" = 'Account' THEN k."recordId" ELSE e."accountId" END,
  k.data
FROM "kept" k
LEFT JOIN "ScoreSheet" sheet ON k."objectType" = 'ScoreSheet' AND sheet.id = k."recordId"
LEFT JOIN "ExpertAssignment" s ON s.id = sheet."assignmentId"
LEFT JOIN "EvidenceFile" f ON k."objectType" = 'EvidenceFile' AND f.id = k."recordId"
LEFT JOIN "Employee" e ON k."objectType" = 'Employee' AND e.id = k."recordId";

DROP TABLE "kept";
DROP TABLE "AuditEntry_former";
