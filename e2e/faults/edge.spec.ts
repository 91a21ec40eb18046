import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import http from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { limitKeys } from '../database';
import { expect, fillSignIn, test } from '../fixtures';

/** A web process that stands on the net itself: no proxy is trusted, people come by https. What it writes is read, too. */

const FORGED = '203.0.113.77';
const STRANGER = '{"level":30,"msg":"a line of a stranger"}';
let web: ChildProcess;
let port: number;
let written = '';

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => done(free));
    });
  });

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}
/** Sends what fetch refuses to send. */
const send = (to: string, { method = 'GET', headers = {}, body }: Sent = {}) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((done, failed) => {
    const request = http.request({ host: '127.0.0.1', port, path: to, method, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (bytes) => {
        text += bytes;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    request.on('error', failed);
    request.end(body);
  });

test.beforeAll(async () => {
  port = await freePort();
  const program = ['--import', pathToFileURL(path.resolve('dist/console.mjs')).href, 'node_modules/next/dist/bin/next', 'start'];
  web = spawn(process.execPath, [...program, '-H', '127.0.0.1', '-p', String(port)], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? '.next-test',
      PORT: String(port),
      APP_URL: 'https://attesta.example.org',
      TRUSTED_PROXIES: 'none',
      LOG_LEVEL: 'info',
    },
  });
  for (const stream of [web.stdout, web.stderr])
    stream?.on('data', (bytes) => {
      written += bytes;
    });
  await expect
    .poll(
      () =>
        send('/api/health?live=1').then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
});
test.afterAll(() => web.kill('SIGTERM'));

test('a forged address stands for nothing: in routes, in the API, in server actions', async ({ browser }) => {
  const headers = { 'x-forwarded-for': FORGED, forwarded: `for=${FORGED}`, 'x-real-ip': FORGED };
  expect(JSON.parse((await send('/api/health?address=1', { headers })).text)).toEqual({ address: '127.0.0.1' });
  const body = JSON.stringify({ query: 'mutation { requestPasswordReset(login: "nobody") { problems { code } } }' });
  await send('/api/graphql', { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
  const person = await browser.newContext({ extraHTTPHeaders: headers });
  const page = await person.newPage();
  await page.goto(`http://127.0.0.1:${port}/sign-in`);
  await fillSignIn(page, `nobody-${Date.now()}`, 'не тот пароль');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await person.close();
  const keyOf = (address: string) => createHash('sha256').update(address).digest('base64url');
  const keys = await limitKeys(['reset_address', 'sign_in_address']);
  for (const limit of ['reset_address', 'sign_in_address']) {
    expect(keys).toContain(`${limit}:${keyOf('127.0.0.1')}`);
    expect(keys).not.toContain(`${limit}:${keyOf(FORGED)}`);
  }
});

test('methods that nobody takes and forms of other sites are refused, never faults of ours', async () => {
  for (const to of ['/', '/sign-in', '/api/health', '/api/auth/csrf', '/api/graphql']) {
    expect((await send(to, { method: 'TRACE' })).status, `TRACE ${to}`).toBe(405);
    for (const method of ['PROPFIND', 'OPTIONS', 'DELETE', 'PUT'])
      expect((await send(to, { method })).status, `${method} ${to}`).toBeLessThan(500);
  }
  expect((await send('/', { method: 'TRACE' })).headers.allow).toBe('GET, HEAD, POST');
  for (const origin of ['https://evil.example', 'null', 'nonsense']) {
    const headers = { origin, 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' };
    expect((await send('/sign-in', { method: 'POST', headers, body: '[]' })).status, origin).toBe(403);
    const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send('/sign-in', { method: 'POST', headers: form, body: 'login=x' })).status, origin).toBe(403);
  }
  const large = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await send('/api/auth/callback/credentials', { method: 'POST', headers: large, body: 'x'.repeat(200_000) })).status).toBe(413);
});

test('an https site holds browsers to https, in every kind of answer', async () => {
  for (const to of ['/', '/sign-in', '/api/health', '/api/graphql', '/favicon.svg', '/nowhere'])
    expect((await send(to)).headers['strict-transport-security'], to).toMatch(/^max-age=\d{8}/);
});

test('the log is one JSON line after another from the first on, and a stranger writes none', async () => {
  const lines = encodeURIComponent(`javascript:x\n${STRANGER}\n`);
  await send(`/api/auth/signin?callbackUrl=${lines}`);
  await send(`/api/auth/callback/state?error=${lines}&state=${lines}`);
  await send('/api/auth/_log', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"level":"error","code":"X\\n${STRANGER.replaceAll('"', '\\"')}"}`,
  });
  await send('/sign-in', { method: 'POST', headers: { 'next-action': '0'.repeat(42), 'content-type': 'text/plain' }, body: lines });
  await expect.poll(() => written.includes('next-auth')).toBe(true);
  const entries = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg?: string; level?: number });
  expect(entries.length).toBeGreaterThan(2);
  expect(entries.filter(({ msg }) => msg === 'a line of a stranger')).toEqual([]);
  for (const { level } of entries) expect(level).toBeGreaterThan(0);
});
