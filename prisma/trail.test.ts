import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAudit } from '@/server/audit';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { withAuditSource } from '@/server/trail/source';
import { makeJobSchema } from '../scripts/lib/build.mjs';

const connect = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

describe('the trail of acts only grows', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = await connect(process.env.DATABASE_URL ?? '');
  });
  afterAll(() => client.end());

  it('a line says who, what, from where, by the real clock and the clock of business terms', async () => {
    const who = { accountId: randomUUID(), regionId: randomUUID(), role: 'OPERATOR' as const };
    const source = { address: '192.0.2.7', requestId: 'r-1', sessionId: randomUUID() };
    const applicationId = randomUUID();
    const before = new Date();
    await withAuditSource({ ...source }, () =>
      writeAudit(prisma, who, { action: 'register', objectType: 'Application', objectId: applicationId, data: { to: 'REGISTERED' } }),
    );
    const [row] = await prisma.auditEntry.findMany({ where: { applicationId } });
    expect(row).toMatchObject({ ...who, ...source, action: 'register', applicationId, personId: null, data: { to: 'REGISTERED' } });
    expect(Math.abs((row?.at.getTime() ?? 0) - before.getTime())).toBeLessThan(10_000);
  });

  it('acts on an account as such belong to no one region', async () => {
    const id = randomUUID();
    const who = { accountId: id, regionId: randomUUID(), role: 'TEACHER' as const };
    await writeAudit(prisma, who, { action: 'change_password', objectType: 'Account', objectId: id });
    expect(await prisma.auditEntry.findFirst({ where: { personId: id } })).toMatchObject({ regionId: null, accountId: id });
  });

  it.each([
    ['update', `update "AuditEntry" set action = 'nothing'`],
    ['delete', 'delete from "AuditEntry"'],
    ['truncate', 'truncate "AuditEntry"'],
    ['truncate of a month', `truncate "trail"."entries_${new Date().toISOString().slice(0, 7).replace('-', '_')}"`],
    ['truncate of the rest', 'truncate "trail"."entries_other"'],
  ])('%s is refused', async (_, sql) => {
    const count = await prisma.auditEntry.count();
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await prisma.auditEntry.count()).toBe(count);
  });

  it('a line of a month without a partition is kept, and months ahead are made once', async () => {
    const id = newId();
    await client.query(
      `insert into "AuditEntry" (id, at, "businessAt", action, "objectType", "objectId") values ($1, '2040-05-05Z', now(), 'verify', 'Application', '')`,
      [id],
    );
    expect(await prisma.auditEntry.count({ where: { id } })).toBe(1);
    expect((await client.query<{ made: number }>(`select "trail"."make_partitions"(ahead => 8) as made`)).rows[0]?.made).toBe(5);
    expect((await client.query<{ made: number }>(`select "trail"."make_partitions"(ahead => 8) as made`)).rows[0]?.made).toBe(0);
  });
});

describe('a role of the site that owns nothing', () => {
  it('by prisma/site-role.sql writes and reads the trail and makes its months, and may neither change nor delete it', async () => {
    const owner = await connect(process.env.DATABASE_URL ?? '');
    const role = `site_${process.pid}_${Date.now().toString(36)}`;
    const sql = fs.readFileSync(path.resolve(import.meta.dirname, 'site-role.sql'), 'utf8').replaceAll('attesta_site', role);
    try {
      await owner.query(`create role ${role} login password 'secret'`);
      await makeJobSchema(process.env.DATABASE_URL ?? '');
      await owner.query(sql);
      const url = new URL(process.env.DATABASE_URL ?? '');
      url.username = role;
      url.password = 'secret';
      const site = await connect(url.href);
      try {
        const add = `insert into "AuditEntry" (id, "businessAt", action, "objectType", "objectId") values ($1, now(), 'verify', 'Application', '')`;
        const id = newId();
        await site.query(add, [id]);
        expect((await site.query('select id from "AuditEntry" where id = $1', [id])).rowCount).toBe(1);
        await site.query('select "trail"."make_partitions"()');
        for (const sql of [
          `update "AuditEntry" set action = 'x'`,
          'delete from "AuditEntry"',
          'truncate "AuditEntry"',
          'drop table "AuditEntry"',
          'alter table "AuditEntry" disable trigger all',
          'delete from "trail"."entries_other"',
          'create schema of_its_own',
          'create table pgboss.of_its_own (id int)',
        ])
          await expect(site.query(sql), sql).rejects.toMatchObject({
            code: '42501',
            message: expect.stringMatching(/permission denied|must be owner/),
          });
        // Everything else of the site's work is its own to do.
        await site.query('update "Account" set login = login');
        await site.query('delete from "Session"');
        const jobs = new PgBoss({ connectionString: url.href, max: 2 });
        await jobs.start();
        await jobs.createQueue('tried');
        expect(await jobs.send('tried', {})).toBeTruthy();
        await jobs.stop({ graceful: false });
      } finally {
        await site.end();
      }
    } finally {
      await owner.query(`drop owned by ${role}`).catch(() => {});
      await owner.query(`drop role if exists ${role}`);
      await owner.end();
    }
  });
});

describe('the migration keeps the rows of an installation', () => {
  const name = `trail_${process.pid}_${Date.now().toString(36)}`;
  const folder = path.resolve(import.meta.dirname, 'migrations');
  let server: pg.Client;
  let old: pg.Client;

  beforeAll(async () => {
    server = await connect(process.env.DATABASE_URL ?? '');
    await server.query(`create database "${name}"`);
    old = await connect((process.env.DATABASE_URL ?? '').replace(/[^/]*$/, name));
    const before = fs.readdirSync(folder).filter((one) => /^\d{14}_/.test(one) && one < '20261130170000');
    for (const one of before.sort()) await old.query(fs.readFileSync(path.join(folder, one, 'migration.sql'), 'utf8'));
  });
  afterAll(async () => {
    await old.end();
    await server.query(`drop database "${name}" with (force)`);
    await server.end();
  });

  it('with real time, case and person where they can be told', async () => {
    // Made on 17 March 2025 while the demo's clock showed 2031; one row has no id that carries its time.
    const id = '0195a3b4-c000-7000-8000-000000000001';
    const plain = '3b241101-e2bb-4255-8caf-4136c566a962';
    const [application, account] = [randomUUID(), randomUUID()];
    const add = (key: string, objectType: string, objectId: string, data: object) =>
      old.query(
        `insert into "AuditEntry" (id, at, action, "objectType", "objectId", data) values ($1, '2031-01-02T03:04:05Z', 'verify', $2, $3, $4)`,
        [key, objectType, objectId, data],
      );
    await add(id, 'Application', application, { from: 'A' });
    await add(plain, 'Account', account, {});
    await add(newId(), 'EvidenceEntry', randomUUID(), { applicationId: application });
    await add(newId(), 'Setting', 'clock', { days: 3 });
    const migration = path.join(folder, '20261130170000_append_only_trail', 'migration.sql');
    await old.query(fs.readFileSync(migration, 'utf8'));
    const { rows } = await old.query('select *, tableoid::regclass::text as part from "AuditEntry" order by "objectType", id');
    expect(rows).toHaveLength(4);
    const of = (type: string) => rows.find((row) => row.objectType === type);
    expect(of('Application')).toMatchObject({ id, applicationId: application, data: { from: 'A' }, part: 'trail.entries_2025_03' });
    expect(of('Application').at.toISOString().slice(0, 10)).toBe('2025-03-17');
    expect(of('Application').businessAt.toISOString()).toBe('2031-01-02T03:04:05.000Z');
    expect(of('Account')).toMatchObject({ id: plain, personId: account, applicationId: null });
    expect(of('Account').at.toISOString()).toBe('2031-01-02T03:04:05.000Z');
    expect(of('EvidenceEntry')).toMatchObject({ applicationId: application });
    expect(of('Setting')).toMatchObject({ objectId: 'clock', data: { days: 3 } });
  });
});

it('npm run migrate goes by the owner and gives the site’s role, whatever its name, its rights', { timeout: 120_000 }, async () => {
  const server = await connect(process.env.DATABASE_URL ?? '');
  const name = `roles_${process.pid}_${Date.now().toString(36)}`;
  const [owner, site] = [`owner_${name}`, `site-${name}`];
  const as = (role: string) => {
    const url = new URL(process.env.DATABASE_URL ?? '');
    return Object.assign(url, { username: role, password: 'secret', pathname: `/${name}` }).href;
  };
  try {
    for (const role of [owner, site]) await server.query(`create role "${role}" login password 'secret'`);
    await server.query(`create database "${name}" owner "${owner}"`);
    const { migrate } = await import('../scripts/lib/build.mjs');
    const env = { ...process.env, DATABASE_ADMIN_URL: as(owner), DATABASE_URL: as(site) };
    expect(await migrate(env)).toMatch(new RegExp(`applied, rights of ${site} set`));
    const client = await connect(as(site));
    const { rows } = await client.query<Record<string, boolean>>(
      `select has_table_privilege('"AuditEntry"', 'INSERT') as adds, has_table_privilege('"AuditEntry"', 'UPDATE, DELETE, TRUNCATE') as changes,
        has_table_privilege('"Application"', 'UPDATE') as works`,
    );
    expect(rows).toEqual([{ adds: true, changes: false, works: true }]);
    await client.end();
    await expect(migrate({ ...env, DATABASE_URL: as(owner) })).rejects.toThrow(/name one role/);
  } finally {
    await server.query(`drop database if exists "${name}" with (force)`);
    for (const role of [owner, site]) await server.query(`drop role if exists "${role}"`);
    await server.end();
  }
});
