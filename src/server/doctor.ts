import fs from 'node:fs';
import path from 'node:path';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { contract } from './doctor/contract';
import { demoChecks } from './doctor/demo';
import { filesChecks } from './doctor/files';
import { inspectionChecks } from './doctor/inspection';
import { enterWorkplace } from './doctor/workplace';
import { type Env, readEnv } from './env';
import { bucketAnswers } from './storage/bucket';
import { ownershipFault, readOwnership } from './storage/bucketOwner';
import { storage } from './storage/client';

/** Command: says what is configured, reachable and migrated, and whether the object store keeps the contract the product relies on. */

let faults = 0;
const told = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error)).split('\n')[0];

async function check(name: string, work: () => Promise<string | undefined>, advice?: string): Promise<boolean> {
  try {
    const note = await work();
    console.log(`  ok    ${name}${note ? `: ${note}` : ''}`);
    return true;
  } catch (error) {
    faults += 1;
    console.log(`  FAULT ${name}: ${told(error)}`);
    if (advice) console.log(`        ${advice}`);
    return false;
  }
}

const migrationsOnDisk = () => fs.readdirSync(path.resolve('prisma/migrations')).filter((name) => /^\d{14}_/.test(name));

async function checkDatabase(env: Env): Promise<void> {
  console.log('\nDatabase');
  const client = new pg.Client({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 5_000 });
  const reached = await check(
    'reachable',
    () => client.connect().then(() => new URL(env.DATABASE_URL).host),
    'check DATABASE_URL and that the server runs',
  );
  if (!reached) return;
  try {
    await check('version', async () => {
      const { rows } = await client.query<{ server_version: string; number: number }>(
        "select current_setting('server_version') as server_version, current_setting('server_version_num')::int as number",
      );
      if ((rows[0]?.number ?? 0) < 150000) throw new Error(`${rows[0]?.server_version}; PostgreSQL 15 or newer is needed`);
      return rows[0]?.server_version;
    });
    await check('sorts Russian names (collation ru-x-icu)', async () => {
      await client.query(`select 'Ё' < 'Ж' collate "ru-x-icu"`);
      return undefined;
    });
    const migrated = await check(
      'migrated',
      async () => {
        const { rows } = await client.query<{ migration_name: string }>(
          'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
        );
        const done = new Set(rows.map((row) => row.migration_name));
        const missing = migrationsOnDisk().filter((name) => !done.has(name));
        if (missing.length > 0) throw new Error(`${missing.join(', ')} not applied`);
        return `${done.size} migrations`;
      },
      'run: npx prisma migrate deploy (npm run up does it at every start)',
    );
    const { rows } = await client.query<{ may: boolean }>(`select has_table_privilege('"AuditEntry"', 'UPDATE, DELETE, TRUNCATE') as may`);
    if (rows[0]?.may)
      console.log(
        '  WARN  the trail of acts: the role of DATABASE_URL owns its table, so only a trigger guards it\n' +
          '        give the site a role of its own: prisma/site-role.sql, docs/operations.md, «The trail of acts»',
      );
    else console.log('  ok    the trail of acts: the role of DATABASE_URL reads it and adds to it, no more');
    if (migrated) for (const { name, run, advice } of demoChecks) await check(name, () => run(env), advice);
  } finally {
    await client.end();
  }
}

async function checkStore(env: Env): Promise<void> {
  console.log('\nObject store');
  await check(
    `bucket ${env.S3_BUCKET} answers`,
    async () => {
      if (!(await bucketAnswers(5_000))) throw new Error('no answer');
      return env.S3_ENDPOINT;
    },
    'check S3_ENDPOINT, S3_BUCKET and the keys; the site creates the bucket at its start',
  );
  await check(
    "the bucket is this installation's",
    async () => {
      const ownership = await readOwnership();
      const fault = ownership.state === 'other' && ownershipFault(ownership);
      if (fault) throw new Error(fault);
      return ownership.state === 'unclaimed' ? 'nobody has claimed it yet; the worker does when it knows the files' : undefined;
    },
    '`npm run sweep` says what lies there. Two installations never share a bucket: give this one another S3_BUCKET, or stop the other and claim it',
  );
  await check(
    'reachable where browsers look for it',
    async () => {
      await fetch(env.S3_PUBLIC_ENDPOINT, { signal: AbortSignal.timeout(5_000) });
      return env.S3_PUBLIC_ENDPOINT;
    },
    'S3_PUBLIC_ENDPOINT is the address that browsers use; from this machine it does not answer',
  );
  const client = storage();
  const origin = new URL(env.APP_URL).origin;
  let place: Awaited<ReturnType<typeof enterWorkplace>> | undefined;
  await check('a place for the contract checks', async () => {
    place = await enterWorkplace(client, env.S3_BUCKET, origin);
    return place.ownBucket
      ? 'a bucket of their own, removed afterwards'
      : `no bucket may be created: prefix ${place.prefix}, emptied afterwards`;
  });
  if (!place) return;
  const trial = { client, place, endpoint: env.S3_ENDPOINT.replace(/\/$/, ''), origin };
  try {
    for (const one of contract) {
      if (one.ownBucketOnly && !place.ownBucket) console.log(`  --    ${one.name}: not tried without a bucket of its own`);
      else await check(one.name, () => one.run(trial).then(() => undefined));
    }
  } finally {
    await check('nothing is left behind', () => trial.place.leave().then(() => undefined));
  }
}

async function checkMail(env: Env): Promise<void> {
  console.log('\nMail');
  const transport = nodemailer.createTransport({ url: env.SMTP_URL, connectionTimeout: 5_000, greetingTimeout: 5_000 });
  await check(
    'the mail server accepts a connection',
    async () => {
      await transport.verify();
      return `letters come from ${env.MAIL_FROM}`;
    },
    'check SMTP_URL; letters wait and are sent when it answers again',
  );
  transport.close();
}

async function checkSite(env: Env): Promise<void> {
  console.log('\nSite');
  await check(
    'answers at APP_URL',
    async () => {
      const response = await fetch(new URL('/api/health', env.APP_URL), { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return env.APP_URL;
    },
    env.DEMO === '1' ? 'start it: npm run up' : 'start it as docs/operations.md says under "In production"',
  );
  await check('sees this machine as', async () => {
    const response = await fetch(new URL('/api/health?address=1', env.APP_URL), { signal: AbortSignal.timeout(10_000) });
    const { address } = (await response.json()) as { address: string };
    return `${address} (trusted proxies: ${env.TRUSTED_PROXIES}). If that is a proxy, name it in TRUSTED_PROXIES`;
  });
}

async function checkFiles(env: Env): Promise<void> {
  console.log('\nFiles');
  for (const { name, advice, run } of [...filesChecks, ...inspectionChecks]) await check(name, () => run(env), advice);
}

let env: Env;
try {
  env = readEnv(process.env);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
console.log('Variables\n  ok    all present and well-formed');
for (const name of ['S3_REGION', 'MAILBOX_URL', 'HOST', 'PORT', 'FILES_PORT', 'TRUSTED_PROXIES', 'DEMO', 'LOG_LEVEL'] as const)
  console.log(`        ${name}=${env[name] ?? ''}`);
await checkDatabase(env);
await checkStore(env);
await checkMail(env);
await checkSite(env);
await checkFiles(env);
console.log(faults === 0 ? '\nAll is well.' : `\n${faults} faults.`);
process.exit(faults === 0 ? 0 : 1);
