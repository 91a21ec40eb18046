import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { env } from '@/server/env';
import { storage } from './client';
import { EVIDENCE, INCOMING } from './keys';

/** Keys under a prefix that have lain there longer, page by page (at most 1,000 keys each). Age is real time by the store's record. */
async function* pagesOlderThan(prefix: string, seconds: number): AsyncGenerator<string[]> {
  const before = Date.now() - seconds * 1_000;
  let after: string | undefined;
  do {
    const page = await storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET, Prefix: prefix, StartAfter: after }));
    const objects = page.Contents ?? [];
    yield objects.flatMap(({ Key, LastModified }) => (Key && LastModified && LastModified.getTime() <= before ? [Key] : []));
    after = page.IsTruncated ? objects.at(-1)?.Key : undefined;
  } while (after);
}

async function deleteAll(keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const Objects = keys.map((Key) => ({ Key }));
  const { Errors = [] } = await storage().send(new DeleteObjectsCommand({ Bucket: env.S3_BUCKET, Delete: { Objects, Quiet: true } }));
  return keys.length - Errors.length;
}

/** Deletes uploads that nobody completed in time; gives their number. Safe to run in parallel and again. */
export async function sweepIncoming(olderThanSeconds: number): Promise<number> {
  let count = 0;
  for await (const keys of pagesOlderThan(INCOMING, olderThanSeconds)) count += await deleteAll(keys);
  return count;
}

/** Deletes checked copies that no record knows, left by a crash between copy and commit; `findKnown` says which keys have a record. */
export async function sweepOrphans(olderThanSeconds: number, findKnown: (keys: string[]) => Promise<ReadonlySet<string>>): Promise<number> {
  let count = 0;
  for await (const keys of pagesOlderThan(EVIDENCE, olderThanSeconds)) {
    if (keys.length === 0) continue;
    const known = await findKnown(keys);
    count += await deleteAll(keys.filter((key) => !known.has(key)));
  }
  return count;
}
