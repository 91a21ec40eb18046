import net from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startMount } from '@/testing/mount';
import { makeRegion } from '@/testing/viewers';
import { ABUSES, type Abuse } from './abuse.table';
import { log } from './log';

// As it answers to strangers: without introspection and guesses.
vi.hoisted(() => vi.stubEnv('NODE_ENV', 'production'));

let mount: Awaited<ReturnType<typeof startMount>>;
beforeAll(async () => {
  await makeRegion();
  mount = await startMount();
  await send({ group: '', what: 'the first is slow', body: { query: '{ viewer { id } }' }, status: 200 });
});
afterAll(() => mount.stop());
afterEach(() => vi.restoreAllMocks());

async function send({ method = 'POST', headers, body }: Abuse) {
  const sent = typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body);
  const response = await fetch(mount.url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: method === 'GET' ? null : (sent ?? null),
  });
  const text = await response.text();
  const answer = JSON.parse(text) as { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] };
  return { response, text, answer };
}

describe.each([...new Set(ABUSES.map(({ group }) => group))])('%s', (group) => {
  it.each(ABUSES.filter((one) => one.group === group))('$what', async (abuse) => {
    const lines = vi.spyOn(log, 'error');
    const began = performance.now();
    const { response, text, answer } = await send(abuse);
    const codes = (answer.errors ?? []).map((error) => error.extensions?.code);
    expect({ status: response.status, codes }).toEqual({
      status: abuse.status,
      codes: abuse.code ? expect.arrayContaining([abuse.code]) : [],
    });
    expect(codes).not.toContain('INTERNAL');
    if (abuse.code) expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.length ?? 0).toBeLessThanOrEqual(20);
    expect(text.length).toBeLessThan(60_000);
    expect(text).not.toMatch(/Did you mean|node_modules|\.ts:|\bat \w+ \(|prisma/i);
    for (const error of answer.errors ?? []) expect(error.message).toMatch(/\S \S/);
    // A stranger fills no log with faults, and one request holds nobody up.
    expect(lines.mock.calls).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

it('there are about fifty, each with a name of its own', () => {
  const names = ABUSES.map(({ group, what }) => `${group}: ${what}`);
  expect(names.length).toBeGreaterThanOrEqual(50);
  expect(new Set(names).size).toBe(names.length);
});

it('methods that are not taken are told which one is', async () => {
  const { response } = await send({ group: '', what: '', method: 'GET', status: 405 });
  expect(response.headers.get('allow')).toBe('POST');
});

describe('one connection', () => {
  /** Writes to a socket and reads until the other side closes it or says nothing for half a second. */
  const talk = (parts: string[]) =>
    new Promise<{ text: string; closed: boolean }>((done) => {
      const socket = net.connect(mount.port, '127.0.0.1');
      let text = '';
      let timer: NodeJS.Timeout;
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          const next = parts.shift();
          if (next === undefined) end(false);
          else send(next);
        }, 500);
      };
      const send = (part: string) => {
        socket.write(part);
        later();
      };
      const end = (closed: boolean) => {
        clearTimeout(timer);
        socket.destroy();
        done({ text, closed });
      };
      socket.on('data', (bytes) => {
        text += bytes;
        later();
      });
      socket.on('end', () => end(true));
      socket.on('error', () => end(true));
      send(parts.shift() ?? '');
    });
  const request = (body: string, length = Buffer.byteLength(body)) =>
    `POST /api/graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
  const honest = request('{"query":"{ __typename }"}');

  it('that sent too much gets its answer as JSON and is closed, so that nothing waits behind it', async () => {
    const { text, closed } = await talk([request(`{"query":"${'x'.repeat(300_000)}"}`)]);
    expect(text).toMatch(/^HTTP\/1\.1 413 .*\r\n/);
    expect(text).toMatch(/\r\nconnection: close\r\n/i);
    expect(text).toContain('"code":"BODY_TOO_LARGE"');
    expect(closed).toBe(true);
  });

  it.each([
    ['was refused for what it asked', request('{"query":"{ x }"}')],
    ['was refused for its body', request('{ not json')],
    ['was refused for its method', `PUT /api/graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n${'x'.repeat(200_000)}`],
    ['was answered', honest],
  ])('that %s answers the next request', async (_what, first) => {
    const { text, closed } = await talk([first, honest]);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toHaveLength(2);
    expect(text).toContain('"data":{"__typename":"Query"}');
    expect(closed).toBe(false);
  });

  it('that is cut off harms nobody', async () => {
    const lines = vi.spyOn(log, 'error');
    await talk([request('{"query":"', 1000)]);
    expect((await talk([honest])).text).toContain('"data":{"__typename":"Query"}');
    expect(lines.mock.calls).toEqual([]);
  });
});
