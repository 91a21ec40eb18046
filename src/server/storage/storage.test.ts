import { createHash } from 'node:crypto';
import { DeleteBucketCommand, GetBucketCorsCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { env } from '@/server/env';
import { withTestBucket } from '@/testing/bucket';
import { FIVE_MEBIBYTES, goodFiles, pdfOfSize } from '@/testing/files/make';
import { makePng } from '@/testing/files/pictures';
import { bucketAnswers, ensureBucket } from './bucket';
import { storage } from './client';
import { type Adoption, adopt, deleteObject } from './complete';
import { evidenceKey, incomingKey } from './keys';
import { createUploadPolicy, type UploadPolicy } from './presign';

const REGION = 'made-up';
const PDF = 'application/pdf';
const allowedExtensions = ['docx', 'doc', 'xls', 'xlsx', 'pdf', 'zip', 'jpg', 'gif', 'png'];

async function post({ url, fields }: UploadPolicy, bytes: Buffer, origin = env.APP_URL): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'файл');
  return fetch(url, { method: 'POST', body: form, headers: { origin: new URL(origin).origin } });
}

async function isThere(key: string): Promise<boolean> {
  try {
    await storage().send(new HeadObjectCommand({ Bucket: env.S3_BUCKET, Key: key }));
    return true;
  } catch {
    return false;
  }
}

async function storedBytes(Key: string): Promise<Buffer> {
  const { Body } = await storage().send(new GetObjectCommand({ Bucket: env.S3_BUCKET, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

/** Grants and posts as the browser does; gives what is needed to complete. */
async function upload(name: string, bytes: Buffer, contentType = PDF): Promise<{ adoption: Adoption; policy: UploadPolicy }> {
  const key = incomingKey(REGION);
  const policy = await createUploadPolicy({ key, contentType, size: bytes.length, expiresInSeconds: 300 });
  expect((await post(policy, bytes)).status).toBe(204);
  const expectedSha256 = createHash('sha256').update(bytes).digest('hex');
  const adoption = {
    incomingKey: key,
    adoptedKey: evidenceKey(REGION),
    expectedSize: bytes.length,
    expectedSha256,
    name,
    person: 'Анна',
    allowedExtensions,
  };
  return { adoption: { ...adoption, maxBytes: FIVE_MEBIBYTES }, policy };
}

withTestBucket();

describe('the bucket', () => {
  test('is made ready by several processes that start at once', async () => {
    const starts = await Promise.all([ensureBucket(), ensureBucket(), ensureBucket()]);
    for (const start of starts) expect(start).toEqual({ bucket: 'present', cors: 'set', notes: [] });
  });

  test('is created once by several processes that find none', async () => {
    await storage().send(new DeleteBucketCommand({ Bucket: env.S3_BUCKET }));
    const starts = await Promise.all([ensureBucket(), ensureBucket(), ensureBucket()]);
    for (const start of starts) expect(start).toMatchObject({ cors: 'set', notes: [] });
  });

  test('answers, and lets pages of this site and no others read answers', async () => {
    expect(await bucketAnswers()).toBe(true);
    const { CORSRules = [] } = await storage().send(new GetBucketCorsCommand({ Bucket: env.S3_BUCKET }));
    expect(CORSRules.flatMap((rule) => rule.AllowedOrigins)).toEqual([new URL(env.APP_URL).origin]);
    const grant = { contentType: PDF, size: 10, expiresInSeconds: 60 };
    const own = await post(await createUploadPolicy({ key: incomingKey(REGION), ...grant }), Buffer.alloc(10));
    expect(own.headers.get('access-control-allow-origin')).toBe(new URL(env.APP_URL).origin);
    const other = await post(
      await createUploadPolicy({ key: incomingKey(REGION), ...grant }),
      Buffer.alloc(10),
      'https://elsewhere.example',
    );
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what the store itself refuses', () => {
  const grant = (size: number, expiresInSeconds = 300) =>
    createUploadPolicy({ key: incomingKey(REGION), contentType: PDF, size, expiresInSeconds });

  test('exactly 5 MiB is accepted, one byte more or less is not', async () => {
    const { bytes } = pdfOfSize();
    const exact = await grant(FIVE_MEBIBYTES);
    expect((await post(exact, bytes)).status).toBe(204);
    const more = await grant(FIVE_MEBIBYTES);
    expect((await post(more, Buffer.concat([bytes, Buffer.from('!')]))).status).toBe(400);
    expect(await isThere(more.fields.key ?? '')).toBe(false);
    const less = await grant(FIVE_MEBIBYTES);
    expect((await post(less, bytes.subarray(1))).status).toBe(400);
    expect(await isThere(less.fields.key ?? '')).toBe(false);
  });

  test.each<[string, (fields: Record<string, string>) => Record<string, string>]>([
    ['another content type', (fields) => ({ ...fields, 'Content-Type': 'text/html' })],
    ['another key', (fields) => ({ ...fields, key: evidenceKey(REGION) })],
    ['a public ACL', (fields) => ({ ...fields, acl: 'public-read' })],
    ['a forged signature', (fields) => ({ ...fields, 'X-Amz-Signature': '0'.repeat(64) })],
    [
      'a widened policy',
      (fields) => {
        const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString()) as { conditions: unknown[] };
        const conditions = policy.conditions.map((rule) =>
          Array.isArray(rule) && rule[0] === 'content-length-range' ? [rule[0], 0, 99_999_999] : rule,
        );
        return { ...fields, Policy: Buffer.from(JSON.stringify({ ...policy, conditions })).toString('base64') };
      },
    ],
    ['no policy', ({ key = '', 'Content-Type': type = '' }) => ({ key, 'Content-Type': type })],
  ])('%s', async (_, forge) => {
    const bytes = Buffer.alloc(100, 1);
    const policy = await grant(bytes.length);
    const fields = forge(policy.fields);
    expect((await post({ ...policy, fields }, bytes)).status).toBe(403);
    expect(await isThere(fields.key ?? '')).toBe(false);
  });

  test('an expired policy', async () => {
    const policy = await grant(100, -10);
    expect((await post(policy, Buffer.alloc(100))).status).toBe(403);
    expect(await isThere(policy.fields.key ?? '')).toBe(false);
  });
});

describe('adopt', () => {
  test('takes over a real file of each type and gives what it is', async () => {
    for (const { name, bytes } of await goodFiles()) {
      const { adoption } = await upload(name, bytes, 'application/octet-stream');
      const adopted = await adopt(adoption);
      expect(adopted).toMatchObject({ ok: true, size: bytes.length, sha256: adoption.expectedSha256 });
      const head = await storage().send(new HeadObjectCommand({ Bucket: env.S3_BUCKET, Key: adoption.adoptedKey }));
      expect(head.ContentType).toBe(adopted.ok ? adopted.contentType : '');
    }
  });

  test('accepts a file of exactly 5 MiB', async () => {
    const { name, bytes } = pdfOfSize();
    const { adoption } = await upload(name, bytes);
    expect(await adopt(adoption)).toMatchObject({ ok: true, size: FIVE_MEBIBYTES });
  });

  test('refuses a bad file and keeps no copy of it', async () => {
    const { adoption } = await upload('Диплом.pdf', makePng());
    expect(await adopt(adoption)).toMatchObject({ ok: false, problem: { code: 'FILE_TYPE_MISMATCH', params: { actual: 'png' } } });
    expect(await isThere(adoption.adoptedKey)).toBe(false);
  });

  test('refuses bytes that are not the ones the browser spoke of', async () => {
    const { adoption } = await upload('Сертификат.png', makePng());
    const other = { ...adoption, expectedSha256: '0'.repeat(64) };
    expect(await adopt(other)).toMatchObject({ ok: false, problem: { code: 'FILE_DIGEST_MISMATCH' } });
    expect(await isThere(adoption.adoptedKey)).toBe(false);
  });

  test('says that an upload which never finished is missing', async () => {
    const { adoption } = await upload('Сертификат.png', makePng());
    await deleteObject(adoption.incomingKey);
    expect(await adopt(adoption)).toMatchObject({ ok: false, problem: { code: 'UPLOAD_MISSING' } });
  });

  test('a larger object than any policy grants is not even read', async () => {
    const { adoption } = await upload('Большой.pdf', Buffer.from('%PDF-'));
    await storage().send(
      new PutObjectCommand({ Bucket: env.S3_BUCKET, Key: adoption.incomingKey, Body: Buffer.alloc(FIVE_MEBIBYTES + 1) }),
    );
    expect(await adopt(adoption)).toMatchObject({ ok: false, problem: { code: 'FILE_TOO_LARGE', params: { max: FIVE_MEBIBYTES } } });
  });

  test('a second post of other bytes before the adoption is noticed', async () => {
    const bytes = makePng();
    const { adoption, policy } = await upload('Сертификат.png', bytes);
    const other = Buffer.from(bytes);
    other.writeUInt8(other.readUInt8(50) ^ 1, 50);
    expect((await post(policy, other)).status).toBe(204);
    expect(await adopt(adoption)).toMatchObject({ ok: false, problem: { code: 'FILE_DIGEST_MISMATCH' } });
  });

  test('other bytes posted between the copy and its reading are not what is judged or kept', async () => {
    const { bytes } = pdfOfSize(200_000);
    const other = Buffer.concat([Buffer.from('MZ'), bytes.subarray(2)]);
    const { adoption, policy } = await upload('Отчёт.pdf', bytes);
    let posted = 0;
    storage().middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'GetObjectCommand') posted = (await post(policy, other)).status;
          return next(args);
        },
      { name: 'postBetween', step: 'initialize' },
    );
    const adopted = await adopt(adoption).finally(() => storage().middlewareStack.remove('postBetween'));
    expect(posted).toBe(204);
    expect(adopted).toMatchObject({ ok: true, sha256: adoption.expectedSha256 });
    expect((await storedBytes(adoption.adoptedKey)).equals(bytes)).toBe(true);
  });

  test('a second post during and after the adoption changes nothing that was verified', async () => {
    const { bytes } = pdfOfSize(1_000_000);
    const other = Buffer.from(bytes);
    other.fill(0x41, 1_000, 900_000);
    const { adoption, policy } = await upload('Отчёт.pdf', bytes);
    const posts = Array.from({ length: 6 }, () => post(policy, other));
    const [adopted] = await Promise.all([adopt(adoption), ...posts]);
    await post(policy, other);
    if (!adopted.ok) {
      // the other bytes were there first: then nothing may be kept
      expect(adopted.problem.code).toBe('FILE_DIGEST_MISMATCH');
      expect(await isThere(adoption.adoptedKey)).toBe(false);
      return;
    }
    const stored = await storedBytes(adoption.adoptedKey);
    expect(createHash('sha256').update(stored).digest('hex')).toBe(adopted.sha256);
    expect(stored.equals(bytes)).toBe(true);
  });
});
