import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchRequests } from './requestStart';

/** What the framework would see of a request. */
const server = http.createServer((request, response) => response.end(request.url));
let site = '';

beforeAll(async () => {
  watchRequests();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const CASE = '/operator/applications/01900000-0000-7000-8000-000000000000';
/** Browsers forbid scripts to set some of these; a stranger's program sends what it likes. */
const seen = (headers: Record<string, string>, method = 'GET', path = CASE) =>
  new Promise<string>((done, fail) => {
    const request = http.request(`${site}${path}`, { method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => done(text));
    });
    request.on('error', fail);
    request.end();
  });

it.each<Record<string, string>>([
  { 'next-router-prefetch': '1', rsc: '1' },
  { 'next-router-prefetch': '2', rsc: '1' },
  { 'next-router-segment-prefetch': '/_tree', rsc: '1' },
  { 'sec-purpose': 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { purpose: 'prefetch' },
  { 'x-purpose': 'preview' },
  { 'x-moz': 'prefetch' },
])('a page that is only guessed at is not given: %j', async (headers) => {
  expect(await seen(headers)).toBe('/api/nothing');
});

it('a page that is asked for is given, and an act or a query is done whatever header it brings', async () => {
  expect(await seen({ rsc: '1' })).toBe(CASE);
  expect(await seen({ 'sec-purpose': 'something-else' })).toBe(CASE);
  expect(await seen({ 'next-router-prefetch': '1' }, 'POST', '/api/graphql')).toBe('/api/graphql');
  expect(await seen({ 'sec-purpose': 'prefetch' }, 'GET', '/_next/static/a.js')).toBe('/_next/static/a.js');
});
