import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, GetBucketCorsCommand, HeadBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { env } from '@/server/env';
import { storage } from '@/server/storage/client';
import { withTestBucket } from '@/testing/bucket';
import type { Trial } from './browser';
import { contract } from './contract';
import { enterWorkplace, type Workplace } from './workplace';

withTestBucket();
const origin = new URL(env.APP_URL).origin;
const trialIn = (place: Workplace): Trial => ({ client: storage(), place, endpoint: env.S3_ENDPOINT, origin });

describe('the configured store keeps the contract', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await enterWorkplace(storage(), env.S3_BUCKET, origin);
  });

  test.each(contract)('$name', (check) => check.run(trialIn(place)));

  test('the bucket of the checks is gone afterwards', async () => {
    expect(place.ownBucket).toBe(true);
    await place.leave();
    await expect(storage().send(new HeadBucketCommand({ Bucket: place.bucket }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('where no bucket may be created', () => {
  /** The store's own client, but without the right to make buckets; notes every other command. */
  const sent: string[] = [];
  const restricted = new Proxy(storage(), {
    get: (target, name) =>
      name === 'send'
        ? (command: { constructor: { name: string } }) => {
            if (command instanceof CreateBucketCommand) return Promise.reject(new Error('AccessDenied'));
            sent.push(command.constructor.name);
            return target.send(command as Parameters<typeof target.send>[0]);
          }
        : Reflect.get(target, name),
  }) as S3Client;

  test('one random prefix is used and emptied, and no setting of the bucket is touched', async () => {
    const settings = () =>
      storage()
        .send(new GetBucketCorsCommand({ Bucket: env.S3_BUCKET }))
        .then((answer) => answer.CORSRules);
    const before = await settings();
    const place = await enterWorkplace(restricted, env.S3_BUCKET, origin);
    expect(place).toMatchObject({ bucket: env.S3_BUCKET, ownBucket: false });
    expect(place.prefix).toMatch(/^doctor-[0-9a-f]{12}\/$/);
    const trial = { ...trialIn(place), client: restricted };
    for (const check of contract.filter((one) => !one.ownBucketOnly)) await check.run(trial);
    const inside = await storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET }));
    expect(inside.Contents?.every(({ Key }) => Key?.startsWith(place.prefix))).toBe(true);
    await place.leave();
    expect((await storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET }))).KeyCount).toBe(0);
    expect(await settings()).toEqual(before);
    expect(sent.filter((name) => /^Put(Bucket|Public)|^DeleteBucket/.test(name))).toEqual([]);
  });
});

describe('a store that enforces nothing', () => {
  let server: http.Server;
  let lax: Trial;
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(request.method === 'HEAD' ? 404 : 204).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true, maxAttempts: 1 });
    lax = { client, endpoint, origin, place: { bucket: 'any', prefix: '', ownBucket: true, leave: async () => {} } };
  });
  afterAll(() => server.close());

  test.each(contract.filter(({ name }) => name.endsWith('refused')))('fails: $name', async (check) => {
    await expect(check.run(lax)).rejects.toThrow();
  });
});
