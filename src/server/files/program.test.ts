import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '@/server/env';
import { storage } from '@/server/storage/client';
import { withTestBucket } from '@/testing/bucket';
import { makePng } from '@/testing/files/pictures';
import { type FilesProgram, type Passage, startFilesProgram, startPassage } from '@/testing/filesProgram';
import { makeAddress } from './address';

/** The program itself, as `npm run files` runs it, over a real store. */

withTestBucket();

let program: FilesProgram;
let passage: Passage;
const PDF = 'application/pdf';
const small = randomBytes(10_000);
const big = randomBytes(64 * 1024 * 1024);

const put = (Key: string, Body: Buffer) => storage().send(new PutObjectCommand({ Bucket: env.S3_BUCKET, Key, Body, ContentType: PDF }));

/** An address of the program under test: FILES_URL names the one of the installation. */
function addressOf(file: Partial<Parameters<typeof makeAddress>[0]> = {}, as: 'VIEW' | 'DOWNLOAD' = 'VIEW', at?: number): string {
  const whole = { key: 'evidence/made-up/small', name: 'Диплом «Учитель года» (1).pdf', contentType: PDF, size: small.length, ...file };
  return program.origin + new URL(makeAddress(whole, as, at).url).pathname;
}

const BIG = { key: 'evidence/made-up/big', size: big.length };

beforeAll(async () => {
  await put('evidence/made-up/small', small);
  await put(BIG.key, big);
  passage = await startPassage(new URL(env.S3_ENDPOINT));
  program = await startFilesProgram({ S3_ENDPOINT: passage.endpoint });
});
afterAll(() => passage.close());

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

/** Safety of every answer, a refusal too. */
function expectSafe({ headers }: Response) {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const [sandbox, nothing, , frames, ...more] = headers.get('content-security-policy')?.split('; ') ?? [];
  expect([sandbox, nothing, frames, ...more]).toEqual(['sandbox', "default-src 'none'", `frame-ancestors ${env.APP_URL}`]);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('set-cookie')).toBeNull();
}

describe('an address that is good', () => {
  it('serves the file whole, twice, under its Russian name and the checked type', async () => {
    const address = addressOf();
    for (const _ of [1, 2]) {
      const answer = await fetch(address, { headers: { cookie: 'next-auth.session-token=x' } });
      expect(answer.status).toBe(200);
      expectSafe(answer);
      expect(answer.headers.get('content-type')).toBe(PDF);
      expect(answer.headers.get('content-length')).toBe('10000');
      expect(answer.headers.get('accept-ranges')).toBe('bytes');
      const [, kind, encoded = ''] = /^(\w+);.*filename\*=UTF-8''(\S+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
      expect([kind, decodeURIComponent(encoded)]).toEqual(['inline', 'Диплом «Учитель года» (1).pdf']);
      expect((await bytesOf(answer)).equals(small)).toBe(true);
    }
  });

  it('serves the checked type, not the one the store was told, and saves a document', async () => {
    const png = makePng();
    await put('evidence/made-up/picture', png);
    const picture = await fetch(addressOf({ key: 'evidence/made-up/picture', contentType: 'image/png', size: png.length }));
    expect(picture.headers.get('content-type')).toBe('image/png');
    const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const saved = await fetch(addressOf({ contentType, name: 'План.docx' }));
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await fetch(addressOf({}, 'DOWNLOAD'))).headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('answers HEAD without a body, and for a file that is gone as GET does', async () => {
    const answer = await fetch(addressOf(), { method: 'HEAD', headers: { range: 'bytes=0-9' } });
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '10000']);
    expectSafe(answer);
    expect((await bytesOf(answer)).length).toBe(0);
    expect((await fetch(addressOf({ key: 'evidence/made-up/none' }), { method: 'HEAD' })).status).toBe(404);
  });

  it.each([
    ['bytes=0-9', 206, 'bytes 0-9/10000', small.subarray(0, 10)],
    ['bytes=9990-', 206, 'bytes 9990-9999/10000', small.subarray(9990)],
    ['bytes=-5', 206, 'bytes 9995-9999/10000', small.subarray(9995)],
    ['bytes=10000-', 416, 'bytes */10000', Buffer.alloc(0)],
    ['bytes=0-1,4-5', 200, null, small],
  ])('%s: %d', async (range, status, contentRange, bytes) => {
    const answer = await fetch(addressOf(), { headers: { range } });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
    expectSafe(answer);
    expect((await bytesOf(answer)).equals(bytes)).toBe(true);
  });

  it('goes on with a part only for the bytes the browser has', async () => {
    const etag = (await fetch(addressOf())).headers.get('etag') ?? '';
    const asked = (tag: string) => fetch(addressOf(), { headers: { range: 'bytes=5-9', 'if-range': tag } });
    expect((await asked(etag)).status).toBe(206);
    expect((await asked('"another"')).status).toBe(200);
  });
});

describe('an address that is not good', () => {
  const page = async (address: string, language = 'ru') => {
    const answer = await fetch(address, { headers: { 'accept-language': language } });
    expectSafe(answer);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    return `${answer.status} ${(await answer.text()).replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ')}`;
  };

  it('expired: says in the reader’s language that the file is to be pressed again', async () => {
    const address = addressOf({}, 'VIEW', Date.now() - 300_001);
    expect(await page(address)).toMatch(/^410 .*больше не действует.*нажмите на него ещё раз/s);
    expect(await page(address, 'en')).toMatch(/^410 .*no longer works.*press it again/s);
  });

  it('changed, cut, of another installation, a key of the store, a path: all look alike', async () => {
    const address = addressOf();
    const other = await startFilesProgram({ NEXTAUTH_SECRET: 'another installation, another secret' });
    const elsewhere = other.origin + new URL(address).pathname;
    const pages = await Promise.all(
      [
        address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        address.slice(0, -1),
        `${address}A`,
        `${address}/`,
        elsewhere,
        `${program.origin}/evidence/made-up/small`,
        `${program.origin}/..%2fevidence%2fmade-up%2fsmall`,
        `${program.origin}/${env.S3_BUCKET}/evidence/made-up/small`,
        `${program.origin}/%00`,
        `${program.origin}/`,
      ].map((one) => page(one)),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/^404 .*Такого файла нет/s);
  });

  it('only GET and HEAD are answered', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await fetch(addressOf(), { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expectSafe(answer);
    }
    const trace = http.request(addressOf(), { method: 'TRACE' }).end();
    const [answer] = (await once(trace, 'response')) as [http.IncomingMessage];
    expect(answer.resume().statusCode).toBe(405);
  });

  it('a file that was deleted meanwhile is said to be gone', async () => {
    await put('evidence/made-up/deleted', small);
    const address = addressOf({ key: 'evidence/made-up/deleted' });
    expect((await fetch(address)).status).toBe(200);
    await storage().send(new DeleteObjectCommand({ Bucket: env.S3_BUCKET, Key: 'evidence/made-up/deleted' }));
    expect(await page(address)).toMatch(/^404 .*Файла больше нет/s);
  });
});

/** A reader that takes the headers and then nothing more. */
async function stall(address: string): Promise<http.IncomingMessage> {
  const request = http.get(address, { agent: new http.Agent({ keepAlive: false }) });
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  answer.pause();
  answer.on('error', () => undefined);
  return answer;
}

const until = async (holds: () => boolean | Promise<boolean>, ms = 5_000) => {
  for (const end = Date.now() + ms; Date.now() < end && !(await holds()); ) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(await holds()).toBe(true);
};

/** Resident memory of the program in bytes. */
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.process.pid}/status`, 'utf8'))?.[1]) * 1024;

describe('streaming', () => {
  it('serves a big file without holding it, and lets the store’s connection go when the reader leaves', async () => {
    expect((await bytesOf(await fetch(addressOf(BIG)))).equals(big)).toBe(true);
    const [passed, before, open] = [passage.passed(), memory(), passage.open()];
    const readers = await Promise.all(Array.from({ length: 60 }, () => stall(addressOf(BIG))));
    for (let last = 0; last !== passage.passed(); await new Promise((resolve) => setTimeout(resolve, 500))) last = passage.passed();
    // What the sockets on the way hold, not the file: 60 of them would be 3.8 GB.
    expect(passage.passed() - passed).toBeLessThan(60 * 24 * 1024 * 1024);
    expect(memory() - before).toBeLessThan(150 * 1024 * 1024);
    // Nobody waits for those who read slowly: another has the whole of his file while all sixty still stand.
    const another = await fetch(addressOf());
    expect([another.status, (await bytesOf(another)).equals(small)]).toEqual([200, true]);
    expect(readers.filter(({ complete, destroyed }) => complete || destroyed)).toEqual([]);
    for (const reader of readers) reader.destroy();
    await until(() => passage.open() <= open + 2);
  });

  it('says in a plain sentence that the store does not answer', async () => {
    const lonely = await startFilesProgram({ S3_ENDPOINT: 'http://127.0.0.1:9' });
    const answer = await fetch(lonely.origin + new URL(addressOf()).pathname);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expectSafe(answer);
    expect(await answer.text()).toMatch(/Хранилище файлов не отвечает, сам файл цел/);
    expect((await fetch(`${lonely.origin}/health`)).status).toBe(503);
    expect((await fetch(`${lonely.origin}/health?live=1`)).status).toBe(200);
    expect(lonely.output()).toContain('a file could not be served');
    expect(lonely.output()).not.toContain(new URL(addressOf()).pathname.slice(0, 30));
  });

  it('a store that breaks off in the middle ends the answer short of its length, never as if it were whole', async () => {
    const fragile = await startPassage(new URL(env.S3_ENDPOINT));
    const over = await startFilesProgram({ S3_ENDPOINT: fragile.endpoint });
    const answer = await stall(over.origin + new URL(addressOf(BIG)).pathname);
    fragile.close();
    answer.resume();
    await new Promise((resolve) => answer.once('close', resolve));
    expect(answer.complete).toBe(false);
  });

  it('SIGTERM: what is being read comes to its end, nothing new is taken; no address is in what it wrote', async () => {
    const answer = await stall(addressOf(BIG));
    program.process.kill('SIGTERM');
    const isClosed = () =>
      fetch(addressOf())
        .then((one) => one.arrayBuffer())
        .then(
          () => false,
          () => true,
        );
    await until(isClosed);
    let read = 0;
    answer.on('data', (chunk: Buffer) => (read += chunk.length)).resume();
    await Promise.all([once(answer, 'end'), once(program.process, 'exit')]);
    expect([read, program.process.exitCode]).toEqual([big.length, 0]);
    expect(program.output()).toContain('files are served');
    // Every sealed text starts with random bytes, so an address would be a long run of base64url.
    expect(program.output()).not.toMatch(/[\w-]{80,}/);
  });
});
