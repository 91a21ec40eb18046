import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    templateDatabase: string;
    testRun: string;
  }
}

const root = path.resolve(import.meta.dirname, '../..');

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  const folder = path.join(root, 'prisma/migrations');
  for (const name of fs.readdirSync(folder, { recursive: true }).map(String).sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Once per run: a migrated template that every test file copies its own database from, and the removal of those copies. */
export default async function prepare(project: TestProject) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('The API tests need services: run `npm test`, or start `npm run services` and load .data/dev.env');
  const template = `attesta_template_${migrationsHash()}`;
  const testRun = `test_${Date.now().toString(36)}`;
  await onServer(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const making = `${template}_${testRun}`;
    await client.query(`create database "${making}"`);
    const migrate = ['node_modules/prisma/build/index.js', 'migrate', 'deploy'];
    execFileSync(process.execPath, migrate, { cwd: root, env: { ...process.env, DATABASE_URL: withDatabase(url, making) }, stdio: 'pipe' });
    await client.query(`alter database "${making}" rename to "${template}"`);
  });
  project.provide('templateDatabase', template);
  project.provide('testRun', testRun);
  return () =>
    onServer(url, async (client) => {
      const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [`${testRun}%`]);
      for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
    });
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
