import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { evidenceKey, incomingKey } from './keys';

// a store that only ever says that it is out of order
const broken = createServer((_, response) => response.writeHead(503).end()).listen(0, '127.0.0.1');
await new Promise((resolve) => broken.once('listening', resolve));
process.env.S3_ENDPOINT = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
process.env.LOG_LEVEL = 'silent';
const { adopt } = await import('./complete');
const { bucketAnswers, ensureBucket } = await import('./bucket');

afterAll(() => broken.close());

const upload = () => ({
  incomingKey: incomingKey('made-up'),
  adoptedKey: evidenceKey('made-up'),
  expectedSize: 1,
  expectedSha256: '0'.repeat(64),
  name: 'a.pdf',
  person: 'Анна',
  allowedExtensions: ['pdf'],
  maxBytes: 10,
});

test('a store out of order is a refusal that may be tried again, and the start says so instead of failing', async () => {
  expect(await adopt(upload())).toMatchObject({ ok: false, problem: { code: 'STORAGE_UNAVAILABLE' } });
  expect(await bucketAnswers()).toBe(false);
  const state = await ensureBucket();
  expect(state.bucket).toBe('unreachable');
  expect(state.notes.join()).toMatch(/S3_ENDPOINT/);
});

test('a store that does not listen at all is the same', async () => {
  broken.closeAllConnections();
  await new Promise((resolve) => broken.close(resolve));
  expect(await adopt(upload())).toMatchObject({ ok: false, problem: { code: 'STORAGE_UNAVAILABLE' } });
  expect(await bucketAnswers()).toBe(false);
});
