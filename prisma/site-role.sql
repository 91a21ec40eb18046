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
-- The jobs: `npm run migrate` makes and migrates their schema by the owner; the site only works with the rows in it. A schema that the site's role made
-- itself, before the owner did, stays the site's.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'pgboss' AND pg_has_role(current_user, nspowner, 'USAGE')) THEN
    GRANT USAGE ON SCHEMA pgboss TO attesta_site;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO attesta_site;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO attesta_site;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO attesta_site;
  END IF;
  EXECUTE format('REVOKE CREATE ON DATABASE %I FROM attesta_site', current_database());
END $$;
