import { randomBytes } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketCorsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Where the contract is tried: a bucket of its own, or one random prefix of the configured bucket. */
export interface Workplace {
  bucket: string;
  /** Empty in a bucket of its own, else ends with a slash. */
  prefix: string;
  ownBucket: boolean;
  /** Removes everything that was put there. */
  leave: () => Promise<void>;
}

async function emptyPlace(client: S3Client, Bucket: string, Prefix: string): Promise<void> {
  // Where the bucket keeps versions, deleting by key alone would leave them behind.
  const versions = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix })).catch(() => undefined);
  for (const { Key, VersionId } of [...(versions?.Versions ?? []), ...(versions?.DeleteMarkers ?? [])]) {
    await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: VersionId === 'null' ? undefined : VersionId }));
  }
  const left = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
  for (const { Key } of left.Contents ?? []) await client.send(new DeleteObjectCommand({ Bucket, Key }));
}

/** Makes a bucket for the checks; where none may be created, takes a random prefix and leaves the bucket's settings alone. */
export async function enterWorkplace(client: S3Client, configuredBucket: string, origin: string): Promise<Workplace> {
  const random = randomBytes(6).toString('hex');
  const bucket = `attesta-doctor-${random}`;
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  } catch {
    const prefix = `doctor-${random}/`;
    return { bucket: configuredBucket, prefix, ownBucket: false, leave: () => emptyPlace(client, configuredBucket, prefix) };
  }
  const leave = async () => {
    await emptyPlace(client, bucket, '');
    await client.send(new DeleteBucketCommand({ Bucket: bucket }));
  };
  try {
    const rule = {
      AllowedOrigins: [origin],
      AllowedMethods: ['POST'],
      AllowedHeaders: ['content-type'],
      ExposeHeaders: ['ETag'],
    };
    await client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [rule] } }));
  } catch (error) {
    await leave();
    throw error;
  }
  return { bucket, prefix: '', ownBucket: true, leave };
}
