-- The rights of the site's own role where another role owns the tables (DATABASE_ADMIN_URL). Run by the owner after every migration:
--   psql "$DATABASE_ADMIN_URL" -f prisma/site-role.sql
-- The role was made once by: CREATE ROLE attesta_site LOGIN PASSWORD '...'. It works on every table, but the trail of acts it only reads and adds to.
GRANT USAGE ON SCHEMA public TO attesta_site;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO attesta_site;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO attesta_site;
REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEntry" FROM attesta_site;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "_prisma_migrations" FROM attesta_site;
GRANT USAGE ON SCHEMA "trail" TO attesta_site;
GRANT EXECUTE ON FUNCTION "trail"."make_partitions"(TIMESTAMPTZ, INT) TO attesta_site;
-- The jobs: their schema is the site's own, which makes and migrates it. One that the owner made while it was the site's role too goes first, with
-- DROP SCHEMA pgboss CASCADE: letters that wait are queued again by the worker.
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO attesta_site', current_database()); END $$;
