import { CopyObjectCommand, DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { env } from '@/server/env';
import { storage } from './client';
import { EVIDENCE, INCOMING, QUARANTINE } from './keys';

/** Unknown keys that one look remembers; more are only counted. */
const REMEMBERED = 10_000;

/** Which of these keys the database has a record of. */
export type FindKnown = (keys: string[]) => Promise<ReadonlySet<string>>;

export interface Survey {
  /** Objects under `evidence/` and `incoming/`. */
  objects: number;
  /** Those of them that the database knows. */
  known: number;
  /** Settled objects without a record, the first of them by key. */
  unknown: string[];
  unknownCount: number;
  /** Uploads with a record that were completed or given up. */
  leftovers: string[];
}

interface Listed {
  key: string;
  at: number;
}

/** All objects under a prefix, page by page (at most 1,000 each), with their age by the store's record: real time. */
async function* pagesOf(prefix: string): AsyncGenerator<Listed[]> {
  let after: string | undefined;
  do {
    const page = await storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET, Prefix: prefix, StartAfter: after }));
    const objects = page.Contents ?? [];
    yield objects.flatMap(({ Key, LastModified }) => (Key && LastModified ? [{ key: Key, at: LastModified.getTime() }] : []));
    after = page.IsTruncated ? objects.at(-1)?.Key : undefined;
  } while (after);
}

async function deleteAll(keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const Objects = keys.map((Key) => ({ Key }));
  const { Errors = [] } = await storage().send(new DeleteObjectsCommand({ Bucket: env.S3_BUCKET, Delete: { Objects, Quiet: true } }));
  return keys.length - Errors.length;
}

/** Moves an object within the bucket; a crash between leaves both, never none. */
async function move(from: string, to: string): Promise<void> {
  await storage().send(new CopyObjectCommand({ Bucket: env.S3_BUCKET, Key: to, CopySource: `${env.S3_BUCKET}/${from}` }));
  await deleteAll([from]);
}

/** Looks through the bucket and changes nothing. What is younger than `settledSeconds` may be on its way and is neither unknown nor left over. */
export async function surveyBucket(findKnown: FindKnown, settledSeconds: number): Promise<Survey> {
  const before = Date.now() - settledSeconds * 1_000;
  const survey: Survey = { objects: 0, known: 0, unknown: [], unknownCount: 0, leftovers: [] };
  for (const prefix of [EVIDENCE, INCOMING]) {
    for await (const page of pagesOf(prefix)) {
      const known = await findKnown(page.map(({ key }) => key));
      const settled = page.filter(({ at }) => at <= before).map(({ key }) => key);
      const unknown = settled.filter((key) => !known.has(key));
      survey.objects += page.length;
      survey.known += known.size;
      survey.unknownCount += unknown.length;
      survey.unknown.push(...unknown.slice(0, REMEMBERED - survey.unknown.length));
      if (prefix === INCOMING) survey.leftovers.push(...settled.filter((key) => known.has(key)));
    }
  }
  return survey;
}

/** How many objects one run may move or delete by itself: 1 % of the bucket, at most 100; ten are always allowed. */
export const runLimit = (objects: number): number => Math.max(10, Math.min(100, Math.floor(objects / 100)));

/** Deletes uploads that were completed or given up; gives their number. Safe to run in parallel and again. */
export const deleteLeftovers = deleteAll;

/** Puts objects that no record knows out of the way, where they wait for their record or their end. */
export async function quarantine(keys: readonly string[]): Promise<number> {
  for (const key of keys) await move(key, QUARANTINE + key);
  return keys.length;
}

/**
 * Brings back what the database knows again, and deletes at most `limit` of what has waited longer than `seconds` by the store's record.
 * Safe to run in parallel and again.
 */
export async function tendQuarantine(findKnown: FindKnown, seconds: number, limit: number): Promise<{ returned: number; deleted: number }> {
  const before = Date.now() - seconds * 1_000;
  const done = { returned: 0, deleted: 0 };
  for await (const page of pagesOf(QUARANTINE)) {
    const known = await findKnown(page.map(({ key }) => key.slice(QUARANTINE.length)));
    for (const key of known) await move(QUARANTINE + key, key);
    done.returned += known.size;
    const over = page.filter(({ key, at }) => at <= before && !known.has(key.slice(QUARANTINE.length))).map(({ key }) => key);
    done.deleted += await deleteAll(over.slice(0, limit - done.deleted));
  }
  return done;
}
