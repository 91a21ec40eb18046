import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The native schema engine would be downloaded at run time; a machine that has one may name it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts/prisma-schema-engine.mjs');

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node dist/seed.mjs' },
  // Migrations run by the owner of the tables, where the site's own role is another.
  datasource: { url: process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL || 'postgresql://localhost/none' },
});
