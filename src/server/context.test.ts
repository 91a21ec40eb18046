import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import documents from '@/gql/persisted-documents.json';
import { as, makeNeighbour, makeRegion } from '@/testing/viewers';
import { moveClock, now, refreshClock, setOffset } from './clock';
import { createContext } from './context';
import { once } from './once';
import { persistedQuery } from './persisted';
import { prisma } from './prisma';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
afterEach(() => moveClock(0));

const visit = (wish: { host?: string; regionSlug?: string }) =>
  createContext({ session: null, language: 'ru', address: 'test', ...wish }).then((context) => context.region?.id ?? null);

describe('the region of a request', () => {
  it('is the only one, the one of the host, the one remembered, and the one of who is signed in', async () => {
    expect(await visit({ host: 'anything.example.org' })).toBe(region.id);
    const neighbour = await makeNeighbour(region);
    await prisma.region.update({ where: { id: neighbour.id }, data: { hosts: ['neighbour.example.org'] } });
    expect(await visit({ host: 'anything.example.org' })).toBeNull();
    expect(await visit({ host: 'neighbour.example.org:3000' })).toBe(neighbour.id);
    expect(await visit({ regionSlug: region.slug })).toBe(region.id);
    expect(await visit({ regionSlug: 'no-such-region' })).toBeNull();
    // The host says where one is, whatever a cookie remembers from elsewhere.
    expect(await visit({ host: 'neighbour.example.org', regionSlug: region.slug })).toBe(neighbour.id);
    const operator = await as('OPERATOR', { region });
    const session = operator.session;
    const context = await createContext({
      session,
      language: 'en',
      address: 'test',
      host: 'neighbour.example.org',
      regionSlug: neighbour.slug,
    });
    expect([context.region?.id, context.viewer?.regionId]).toEqual([region.id, region.id]);
  });
});

describe('the clock', () => {
  it('that another process moved is known to the next request, signed in or not', async () => {
    await moveClock(5 * 86_400_000);
    setOffset(null);
    await visit({});
    expect(now().getTime() - Date.now()).toBeGreaterThan(4.9 * 86_400_000);
    setOffset(null);
    await as('OPERATOR', { region });
    expect(now().getTime() - Date.now()).toBeGreaterThan(4.9 * 86_400_000);
    await moveClock(0);
    expect(Math.abs((await refreshClock()).getTime() - Date.now())).toBeLessThan(1_000);
  });
});

describe('a persisted document', () => {
  it('stands for its text; an unknown hash, or a name every object has, for none', () => {
    const [hash, text] = Object.entries(documents)[0] ?? [];
    expect(persistedQuery({ documentId: hash, variables: { id: '1' } })).toEqual({ variables: { id: '1' }, query: text });
    for (const documentId of ['0'.repeat(64), 'constructor', '__proto__', 'toString', 7, null, { toString: 'x' }])
      expect(persistedQuery({ documentId })).toEqual({ query: '' });
    expect(persistedQuery({ query: '{ viewer { id } }' })).toEqual({ query: '{ viewer { id } }' });
    for (const body of ['text', null, undefined, 3]) expect(persistedQuery(body)).toBe(body);
  });
});

describe('what is made once', () => {
  it('is made again when it could not be made', async () => {
    let tries = 0;
    const make = () => (++tries === 1 ? Promise.reject(new Error('down')) : Promise.resolve('up'));
    await expect(once('test', make)).rejects.toThrow('down');
    expect(await once('test', make)).toBe('up');
    expect(await once('test', make)).toBe('up');
    expect(tries).toBe(2);
  });
});
