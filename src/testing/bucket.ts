import { DeleteBucketCommand, DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { env } from '@/server/env';
import { ensureBucket } from '@/server/storage/bucket';
import { storage } from '@/server/storage/client';

const list = () => storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET }));

/** Gives the tests of this file a bucket that is empty at the start and gone at the end; refuses one that holds anything. */
export function withTestBucket(): void {
  beforeAll(async () => {
    const state = await ensureBucket();
    if (state.bucket === 'unreachable') throw new Error(state.notes.join(' '));
    if ((await list()).KeyCount)
      throw new Error(`The bucket ${env.S3_BUCKET} holds files: tests empty their bucket, so they need one of their own`);
  });
  afterAll(async () => {
    for (let page = await list(); page.KeyCount; page = await list()) {
      const Objects = (page.Contents ?? []).map(({ Key }) => ({ Key }));
      await storage().send(new DeleteObjectsCommand({ Bucket: env.S3_BUCKET, Delete: { Objects, Quiet: true } }));
    }
    await storage().send(new DeleteBucketCommand({ Bucket: env.S3_BUCKET }));
  });
}
