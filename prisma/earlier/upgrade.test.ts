import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A database as the version of 24.11.2026 left it, with a case that went all the way, brought to today by the two commands of every start:
 * the migrations, then the loading of procedures. Nothing that was written may be lost.
 */

type Row = Record<string, unknown> & { id?: string };
const EARLIER: Record<string, Row[]> = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'rows.json'), 'utf8'));
const migrations = path.resolve('prisma/migrations');
const earlier = fs.readdirSync(migrations).filter((name) => name.startsWith('20261124'));

const server = process.env.DATABASE_URL ?? '';
const url = Object.assign(new URL(server), { pathname: `${new URL(server).pathname}_earlier` }).href;
const name = new URL(url).pathname.slice(1);
let client: pg.Client;
/** What the loading of procedures printed. */
let loaded: string;

async function onServer(statement: string) {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}
const program = (...args: string[]) =>
  execFileSync(process.execPath, args, { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' });

async function fill() {
  await client.query(`create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0)`);
  for (const migration of earlier) {
    const sql = fs.readFileSync(path.join(migrations, migration, 'migration.sql'), 'utf8');
    await client.query(sql);
    await client.query(
      'insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ($1, $2, now(), $3, 1)',
      [migration, createHash('sha256').update(sql).digest('hex'), migration],
    );
  }
  // The tables are filled in any order: references are looked at when all is there.
  await client.query('set session_replication_role = replica');
  for (const [table, rows] of Object.entries(EARLIER))
    await client.query(`insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1)`, [JSON.stringify(rows)]);
  await client.query('set session_replication_role = origin');
}

beforeAll(async () => {
  await onServer(`create database "${name}"`);
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await fill();
  program('node_modules/prisma/build/index.js', 'migrate', 'deploy');
  program('scripts/bundle.mjs', 'procedures');
  loaded = program('dist/procedures.mjs', 'load');
}, 120_000);
afterAll(async () => {
  await client.end();
  await onServer(`drop database "${name}" with (force)`);
});

const now = async (table: string): Promise<Row[]> =>
  (await client.query<{ row: Row }>(`select to_jsonb(t) as row from "${table}" t`)).rows.map(({ row }) => row);
const accountOf = async (login: string) => (await now('Account')).find((account) => account.login === login);

/** Columns that mean something else since; what became of each is said below. */
const CHANGED: Record<string, string[]> = {
  Account: ['passwordHash', 'email'],
  AuditEntry: ['at'],
  Region: ['currentVersionId'],
  ProcedureVersion: ['document', 'pages'],
};

describe('a database of the version before', () => {
  it('was made by the migrations of that day', () => {
    expect(earlier).toHaveLength(4);
    expect(Object.values(EARLIER).flat().length).toBeGreaterThan(100);
  });

  it.each(Object.keys(EARLIER))('%s: every row and every value is kept', async (table) => {
    const after = await now(table);
    const keyOf = ({ id, key, kind, year }: Row) => id ?? `${key} ${kind} ${year}`;
    for (const row of EARLIER[table] ?? []) {
      const kept = after.find((candidate) => keyOf(candidate) === keyOf(row));
      const values = Object.entries(row).filter(([column]) => !CHANGED[table]?.includes(column));
      expect(kept, `${table} ${keyOf(row)}`).toMatchObject(Object.fromEntries(values));
    }
  });

  it('loads the procedures: what was published is as it was, what is newer stands beside it', async () => {
    expect(loaded).toMatch(/samara.*1\.0\.0.*unchanged/);
    const versions = await client.query<{ version: string }>(
      `select v.version from "ProcedureVersion" v join "Region" r on r.id = v."regionId" where r.slug = 'samara' order by 1`,
    );
    expect(versions.rows.map(({ version }) => version)).toContain('1.0.0');
    expect(versions.rows.length).toBeGreaterThan(1);
    const [running] = await now('Application');
    expect(running?.procedureVersionId).toBe(EARLIER.Application?.[0]?.procedureVersionId);
  });
});

describe('what the upgrade changes on purpose', () => {
  it('takes the published password from the demo’s people, and from nobody else', async () => {
    const people = await now('Account');
    const demo = people.filter(({ email }) => String(email).endsWith('@demo.example'));
    expect(demo).toHaveLength(4);
    expect(demo.every((account) => account.demo === true && account.passwordHash === '-')).toBe(true);
    const before = EARLIER.Account?.find(({ login }) => login === 'sokolova');
    expect(await accountOf('sokolova')).toMatchObject({
      demo: false,
      passwordHash: before?.passwordHash,
      email: 'sokolova@school.example',
    });
  });

  it('lets an address that nobody has proven wait for its letter', async () => {
    expect(await accountOf('unproven')).toMatchObject({ email: null, pendingEmail: 'never.confirmed@school.example', demo: false });
  });

  it('keeps the moment of every line of the trail as the clock of business terms', async () => {
    const lines = await now('AuditEntry');
    for (const row of EARLIER.AuditEntry ?? []) expect(lines.find(({ id }) => id === row.id)).toMatchObject({ businessAt: row.at });
    await expect(client.query('delete from "AuditEntry"')).rejects.toThrow(/only grows/);
  });
});
