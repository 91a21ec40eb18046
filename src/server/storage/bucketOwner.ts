import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { env } from '../env';
import { newId } from '../ids';
import { Prisma, prisma } from '../prisma';
import { storage } from './client';

/** The object that says whose bucket this is. A backup leaves it out: whoever puts files back makes the bucket the restored database's. */
export const OWNER_KEY = 'installation.json';
const SETTING = 'installation.id';

const ownerShape = z.object({
  /** Id of the installation, kept in its database too. A copy of the database has the same. */
  installation: z.string(),
  /** The database's own identity: a copy on another server, or beside the first, has another. */
  database: z.string(),
  /** Address of the site that claimed the bucket, for people. */
  site: z.string(),
  claimedAt: z.string(),
});
export type BucketOwner = z.infer<typeof ownerShape>;

export type Ownership = { state: 'own' } | { state: 'unclaimed' } | { state: 'other'; owner: BucketOwner | null };

/** Tells a database from its copies. Where the server does not say its identifier to this role, the database's own number must do. */
async function databaseIdentity(): Promise<string> {
  const [database] = await prisma.$queryRaw<{ oid: string }[]>(
    Prisma.sql`select oid::text from pg_database where datname = current_database()`,
  );
  const server = await prisma
    .$queryRaw<{ id: string }[]>(Prisma.sql`select system_identifier::text as id from pg_control_system()`)
    .catch(() => []);
  return `${server[0]?.id ?? 'unknown'}/${database?.oid}`;
}

/** The id of this installation, made at the first call. */
async function installationId(): Promise<string> {
  await prisma.$executeRaw(Prisma.sql`insert into "Setting" (key, value) values (${SETTING}, ${newId()}) on conflict do nothing`);
  return (await prisma.setting.findUniqueOrThrow({ where: { key: SETTING } })).value;
}

async function readOwner(): Promise<BucketOwner | null | undefined> {
  try {
    const { Body } = await storage().send(new GetObjectCommand({ Bucket: env.S3_BUCKET, Key: OWNER_KEY }));
    return ownerShape.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined;
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Whether the bucket is this installation's, nobody's yet, or another's. */
export async function readOwnership(): Promise<Ownership> {
  const owner = await readOwner();
  if (owner === undefined) return { state: 'unclaimed' };
  const own = owner?.installation === (await installationId()) && owner.database === (await databaseIdentity());
  return own ? { state: 'own' } : { state: 'other', owner };
}

/** Makes the bucket this installation's. */
export async function claimBucket(): Promise<void> {
  const owner: BucketOwner = {
    installation: await installationId(),
    database: await databaseIdentity(),
    site: env.APP_URL,
    claimedAt: new Date().toISOString(),
  };
  await storage().send(
    new PutObjectCommand({ Bucket: env.S3_BUCKET, Key: OWNER_KEY, Body: JSON.stringify(owner), ContentType: 'application/json' }),
  );
}

/** What stands in the way of a sweep, in one sentence and what to do about it; null when nothing does. */
export function ownershipFault(ownership: Ownership): string | null {
  if (ownership.state === 'own') return null;
  const cure = 'nothing in it is moved or deleted until somebody runs: npm run sweep -- --claim';
  if (ownership.state === 'unclaimed') return `the bucket ${env.S3_BUCKET} holds files that this database does not know: ${cure}`;
  const { owner } = ownership;
  const whose = owner ? `another database's (claimed by ${owner.site} at ${owner.claimedAt})` : 'of an unknown owner';
  return `the bucket ${env.S3_BUCKET} is ${whose}: ${cure}`;
}
