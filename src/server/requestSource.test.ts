import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, type RequestSource, sourceOf } from './requestSource';
import { watchRequests } from './requestStart';
import { isProxyList, proxiesOf } from './trustedProxies';

let seen: { source: RequestSource; forwarded: unknown; address: (proxies: string) => string };
const server = http.createServer((request, response) => {
  // What a page sees: headers, as another copy of this module reads them.
  const forwarded = request.headers['x-forwarded-for'];
  const raw = request.rawHeaders;
  const at = raw.findIndex((name) => name.toLowerCase() === 'x-forwarded-for');
  const sent = Object.assign(Object.create(request), {
    headers: { 'x-forwarded-for': at < 0 ? undefined : raw[at + 1] },
    socket: request.socket,
  }) as http.IncomingMessage;
  seen = {
    source: sourceOf(new Headers(request.headers as Record<string, string>)),
    forwarded,
    address: (p) => addressOf(sent, proxiesOf(p)),
  };
  response.end();
});
const ask = async (headers: Record<string, string>) => {
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
  return seen;
};

beforeAll(async () => {
  watchRequests();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => server.close());

const DEFAULT = 'loopback,linklocal,uniquelocal';

describe('the address of a client', () => {
  it.each([
    ['nobody between', DEFAULT, undefined, '127.0.0.1'],
    ['one proxy', DEFAULT, '203.0.113.5', '203.0.113.5'],
    ['a client that names another before the proxy appends', DEFAULT, '198.51.100.1, 203.0.113.5', '203.0.113.5'],
    ['two proxies of ours', DEFAULT, '198.51.100.1, 203.0.113.5, 10.0.0.7', '203.0.113.5'],
    ['everybody inside', DEFAULT, '10.1.2.3', '10.1.2.3'],
    ['IPv6', DEFAULT, '2001:db8::7', '2001:db8::7'],
    ['IPv4 in IPv6', DEFAULT, '::ffff:203.0.113.5', '203.0.113.5'],
    ['what is no address', DEFAULT, 'unknown', '127.0.0.1'],
    ['what would be a line of the log', DEFAULT, '{"level":30}', '127.0.0.1'],
    ['a header where no proxy is trusted', 'none', '203.0.113.5', '127.0.0.1'],
    ['a header from who is not the proxy', '192.0.2.0/24', '203.0.113.5', '127.0.0.1'],
    ['one named proxy', '127.0.0.1', '203.0.113.5, 10.0.0.7', '10.0.0.7'],
  ])('%s', async (_what, proxies, forwarded, expected) => {
    expect((await ask(forwarded ? { 'x-forwarded-for': forwarded } : {})).address(proxies)).toBe(expected);
  });
});

describe('the source of a request', () => {
  it('is noted for all that read headers only, and nothing sent from outside stands', async () => {
    const first = await ask({ 'x-forwarded-for': '198.51.100.1, 203.0.113.5' });
    expect(first.source.address).toBe('203.0.113.5');
    expect(first.forwarded).toBe('203.0.113.5');
    const second = await ask({});
    expect(second.source.address).toBe('127.0.0.1');
    expect(second.source.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(second.source.requestId).not.toBe(first.source.requestId);
  });

  it('is unknown, never the word of the client, where nothing was noted', () => {
    expect(sourceOf(new Headers({ 'x-forwarded-for': '203.0.113.5', 'x-source': 'a b' })).address).toBe('unknown');
  });
});

it('a list of proxies is checked at the start', () => {
  for (const list of [DEFAULT, 'none', '10.0.0.0/8, 192.0.2.7', '2001:db8::/32']) expect(isProxyList(list), list).toBe(true);
  for (const list of ['10.0.0.0/40', 'nginx', '10.0.0.0/8;192.0.2.7', '*']) expect(isProxyList(list), list).toBe(false);
});
