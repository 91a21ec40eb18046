import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

/** Says whose the bucket is (src/server/storage/bucketOwner.ts). Without it the bucket becomes the one's whose database knows the files. */
const ownerKey = 'installation.json';

const connect = (variables) =>
  new S3Client({
    endpoint: variables.S3_ENDPOINT,
    region: variables.S3_REGION || 'us-east-1',
    credentials: { accessKeyId: variables.S3_ACCESS_KEY_ID, secretAccessKey: variables.S3_SECRET_ACCESS_KEY },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

async function* keysOf(client, Bucket) {
  for (let token; ; ) {
    const page = await client.send(new ListObjectsV2Command({ Bucket, ContinuationToken: token }));
    for (const { Key } of page.Contents ?? []) yield Key;
    token = page.NextContinuationToken;
    if (!token) return;
  }
}

async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest('hex');
}

/** Copies every object into `folder`, with a list of keys, types and checksums. A bucket that does not exist yet is an empty one. */
export async function saveBucket(variables, folder) {
  const client = connect(variables);
  const Bucket = variables.S3_BUCKET;
  fs.mkdirSync(folder, { recursive: true });
  const list = [];
  const exists = await client.send(new HeadBucketCommand({ Bucket })).then(
    () => true,
    (error) => {
      if (error.$metadata?.httpStatusCode === 404) return false;
      throw error;
    },
  );
  if (exists) {
    for await (const key of keysOf(client, Bucket)) {
      if (key === ownerKey) continue;
      const file = String(list.length + 1).padStart(8, '0');
      const object = await client.send(new GetObjectCommand({ Bucket, Key: key }));
      await pipeline(object.Body, fs.createWriteStream(path.join(folder, file)));
      const { ContentType, ContentDisposition, CacheControl, Metadata } = object;
      list.push({ key, file, sha256: await sha256Of(path.join(folder, file)), ContentType, ContentDisposition, CacheControl, Metadata });
    }
  }
  fs.writeFileSync(path.join(folder, 'objects.json'), JSON.stringify(list));
  client.destroy();
  return list.length;
}

/** Checks the saved objects before anything is replaced. */
export async function checkSavedBucket(folder) {
  const list = JSON.parse(fs.readFileSync(path.join(folder, 'objects.json'), 'utf8'));
  for (const { key, file, sha256 } of list) {
    if ((await sha256Of(path.join(folder, file))) !== sha256) throw new Error(`the saved copy of ${key} is damaged`);
  }
  return list;
}

/** Makes the bucket hold exactly the saved objects. */
export async function restoreBucket(variables, folder) {
  const client = connect(variables);
  const Bucket = variables.S3_BUCKET;
  const list = await checkSavedBucket(folder);
  await client.send(new HeadBucketCommand({ Bucket })).catch(() => client.send(new CreateBucketCommand({ Bucket })));
  const kept = new Set(list.map(({ key }) => key));
  for await (const key of keysOf(client, Bucket)) if (!kept.has(key)) await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
  for (const { key, file, sha256: _checked, ...headers } of list) {
    const Body = fs.readFileSync(path.join(folder, file));
    await client.send(new PutObjectCommand({ Bucket, Key: key, Body, ...headers }));
  }
  client.destroy();
  return list.length;
}
