import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withTestBucket } from '@/testing/bucket';
import { useTestDatabase } from '@/testing/database';
import { loadRegion, makeTeacher } from '../../../graphql/portfolio/portfolio.fixture';
import { env } from '../env';
import { newId } from '../ids';
import { prisma } from '../prisma';
import { readOwnership } from '../storage/bucketOwner';
import { storage } from '../storage/client';
import { deleteObject } from '../storage/complete';
import { evidenceKey, incomingKey } from '../storage/keys';
import { runLimit } from '../storage/sweep';
import { sweepUploads } from './sweepUploads';

// A second installation: another database, migrated and empty, with the same bucket.
const { DATABASE_URL, S3_BUCKET } = process.env;
// biome-ignore lint/correctness/useHookAtTopLevel: it is no hook of React's.
const otherDatabase = await useTestDatabase();
Object.assign(process.env, { DATABASE_URL, S3_BUCKET });

/** Runs what another process would: modules, pools and clients of its own, over the other database. */
async function asOther<T>(work: (modules: { sweep: typeof sweepUploads; db: typeof prisma }) => Promise<T>): Promise<T> {
  const mine = globalThis as { attestaOnce?: Map<string, unknown> };
  const { attestaOnce } = mine;
  delete mine.attestaOnce;
  vi.resetModules();
  process.env.DATABASE_URL = otherDatabase;
  try {
    const { sweepUploads: sweep } = await import('./sweepUploads');
    const { prisma: db, pool } = await import('../prisma');
    const result = await work({ sweep, db });
    await db.$disconnect();
    await pool().end();
    return result;
  } finally {
    process.env.DATABASE_URL = DATABASE_URL;
    mine.attestaOnce = attestaOnce;
  }
}

withTestBucket();

const REGION = 'made-up';
let teacher: Awaited<ReturnType<typeof makeTeacher>>;
beforeAll(async () => {
  teacher = await makeTeacher(await loadRegion());
});

const put = (Key: string) => storage().send(new PutObjectCommand({ Bucket: env.S3_BUCKET, Key, Body: 'bytes' }));
async function keys(): Promise<string[]> {
  const { Contents = [] } = await storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET }));
  return Contents.map(({ Key = '' }) => Key).sort();
}
/** Stored files with their rows. */
async function stored(count: number): Promise<string[]> {
  const made = Array.from({ length: count }, () => evidenceKey(REGION));
  await Promise.all(made.map(put));
  await prisma.evidenceFile.createMany({ data: made.map(row) });
  return made;
}
function row(storedKey: string) {
  const at = new Date();
  const file = { indicatorId: 'any', name: 'a.pdf', extension: 'pdf', contentType: 'application/pdf', size: 5, sha256: '0'.repeat(64) };
  const place = { regionId: teacher.region.id, applicationId: teacher.application.id, uploadedById: teacher.accountId };
  const times = { createdAt: at, storedAt: at, policyExpiresAt: at };
  return { id: newId(), ...place, ...file, ...times, status: 'STORED', storedKey, incomingKey: incomingKey(REGION) };
}
async function unknown(count: number): Promise<string[]> {
  const made = Array.from({ length: count }, () => evidenceKey(REGION));
  await Promise.all(made.map(put));
  return made;
}
const quarantined = (list: string[]) => list.map((key) => `quarantine/${key}`);
/** Everything in the store counts as having lain there long enough. */
const AGED = { leftBehindSeconds: -5 };
const sweep = (more: { allowed?: number; quarantineSeconds?: number } = {}) => sweepUploads(new Date(), { ...AGED, ...more });

beforeEach(async () => {
  for (const key of await keys()) await deleteObject(key);
  await prisma.evidenceFile.deleteMany();
});

describe('two installations with one bucket', () => {
  it('the second, with an empty database, moves and deletes nothing, and the first goes on', async () => {
    const files = await stored(20);
    await put(incomingKey(REGION));
    expect(await sweep()).toMatchObject({ quarantined: 1, held: 0 });
    const before = await keys();
    for (let run = 0; run < 3; run += 1) expect(await asOther(({ sweep: theirs }) => theirs(new Date(), AGED))).toBeNull();
    expect(await keys()).toEqual(before);
    expect(before).toEqual(expect.arrayContaining(files));
    expect(await readOwnership()).toEqual({ state: 'own' });
    expect(await sweep()).toMatchObject({ quarantined: 0, held: 0 });
  });

  it('a bucket with files that nobody has claimed is claimed only by the database that knows them', async () => {
    const files = await stored(3);
    expect(await asOther(({ sweep: theirs }) => theirs(new Date(), AGED))).toBeNull();
    expect(await keys()).toEqual([...files].sort());
    expect(await sweep()).toMatchObject({ quarantined: 0 });
    expect(await readOwnership()).toEqual({ state: 'own' });
  });

  it('a copy of the database is another installation, though it has the same id', async () => {
    const files = await stored(12);
    await sweep();
    const { value } = await prisma.setting.findUniqueOrThrow({ where: { key: 'installation.id' } });
    const swept = await asOther(async ({ sweep: theirs, db }) => {
      await db.setting.upsert({ where: { key: 'installation.id' }, create: { key: 'installation.id', value }, update: { value } });
      return theirs(new Date(), AGED);
    });
    expect(swept).toBeNull();
    expect(await keys()).toEqual(expect.arrayContaining(files));
  });
});

describe('a database that was put back to an earlier moment', () => {
  it('gets its files back as soon as it knows them again', async () => {
    await stored(30);
    await sweep();
    const since = await unknown(4);
    await sweep();
    expect(await keys()).toEqual(expect.arrayContaining(quarantined(since)));
    // The rows come back, by a later restore or by hand.
    await prisma.evidenceFile.createMany({ data: since.slice(0, 3).map(row) });
    expect(await sweep()).toMatchObject({ returned: 3, quarantined: 0, deleted: 0 });
    const after = await keys();
    expect(after).toEqual(expect.arrayContaining(since.slice(0, 3)));
    expect(after).toEqual(expect.arrayContaining(quarantined(since.slice(3))));
  });

  it('loses nothing when more is unknown than one run may move', async () => {
    const files = await stored(99);
    await sweep();
    const since = await unknown(11);
    for (let run = 0; run < 3; run += 1) expect(await sweep()).toMatchObject({ quarantined: 0, held: 11 });
    expect(await keys()).toEqual(expect.arrayContaining([...files, ...since]));
    // A person has looked and counted them.
    expect(await sweep({ allowed: 11 })).toMatchObject({ quarantined: 11, held: 0 });
    expect(await keys()).toEqual(expect.arrayContaining([...files, ...quarantined(since)]));
  });
});

describe('the quarantine', () => {
  it('ends after its time, at most a run’s share at once, and never for a file that the database knows', async () => {
    await stored(20);
    await sweep();
    await unknown(10);
    await sweep();
    await unknown(8);
    await sweep();
    expect((await keys()).filter((key) => key.startsWith('quarantine/'))).toHaveLength(18);
    expect(await sweep()).toMatchObject({ deleted: 0 });
    expect(await sweep({ quarantineSeconds: -5 })).toMatchObject({ deleted: 10 });
    expect(await sweep({ quarantineSeconds: -5 })).toMatchObject({ deleted: 8 });
    expect((await keys()).filter((key) => key.startsWith('evidence/'))).toHaveLength(20);
  });
});

it('a finished upload’s leftovers go without a quarantine; what may be on its way stays', async () => {
  const [file] = await stored(1);
  const { incomingKey: leftover } = await prisma.evidenceFile.findUniqueOrThrow({ where: { storedKey: file ?? '' } });
  await put(leftover);
  expect(await sweepUploads()).toMatchObject({ leftovers: 0, quarantined: 0 });
  expect(await sweep()).toMatchObject({ leftovers: 1, quarantined: 0 });
  expect(await keys()).toEqual([file, 'installation.json']);
});

it.each([
  [0, 10],
  [999, 10],
  [5_000, 50],
  [1_000_000, 100],
])('of %i objects one run may take %i', (objects, limit) => {
  expect(runLimit(objects)).toBe(limit);
});
