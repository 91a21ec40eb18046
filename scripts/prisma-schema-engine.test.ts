import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { root } from './lib/paths.mjs';

const url = process.env.DATABASE_URL ?? '';
const limits = { cwd: root, encoding: 'utf8' as const, timeout: 60_000 };
const prisma = (...args: string[]) => spawnSync(process.execPath, ['node_modules/prisma/build/index.js', ...args], limits);
const engine = (address: string, command: string) =>
  spawnSync(
    process.execPath,
    ['scripts/prisma-schema-engine.mjs', '--datasource', JSON.stringify({ url: address }), 'cli', command],
    limits,
  );

async function shadowDatabases() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname like 'attesta_shadow%'");
  await client.end();
  return rowCount;
}

test('the migrations make exactly the schema, and no shadow database stays behind', { timeout: 90_000 }, async () => {
  const before = await shadowDatabases();
  const diff = prisma('migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code');
  expect(diff.stdout).toContain('No difference detected');
  expect(diff.status).toBe(0);
  expect(await shadowDatabases()).toBe(before);
});

test('a schema that is ahead of the migrations is told', { timeout: 90_000 }, () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-schema-')), 'schema.prisma');
  fs.writeFileSync(
    file,
    `${fs.readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')}\nmodel Forgotten {\n  id String @id @db.Uuid\n}\n`,
  );
  const diff = prisma('migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', file, '--exit-code');
  expect(diff.stdout).toContain('Forgotten');
  expect(diff.status).toBe(2);
});

test('a reachable database and a missing one are told apart', { timeout: 60_000 }, () => {
  expect(engine(url, 'can-connect-to-database').status).toBe(0);
  const missing = engine(url.replace(/[^/]*$/, 'nowhere'), 'can-connect-to-database');
  expect(missing.status).toBe(1);
  // The CLI reads from the second line on.
  const [, line] = missing.stderr.split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({ level: 'ERROR', fields: { error_code: 'P1003' } });
});
