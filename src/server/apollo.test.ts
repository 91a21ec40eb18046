import { HeaderMap } from '@apollo/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { anonymous, makeRegion } from '@/testing/viewers';
import { apollo } from './apollo';
import type { GraphQLContext } from './context';
import { log } from './log';
import { prisma } from './prisma';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
afterEach(() => vi.restoreAllMocks());

/** A request as the mount hands it on. */
async function post(body: unknown, given: { type?: string; context?: () => Promise<GraphQLContext> } = {}) {
  const response = await (await apollo()).executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([
        ['content-type', given.type ?? 'application/json'],
        ['accept', 'application/graphql-response+json'],
      ]),
      search: '',
      body,
    },
    context: given.context ?? (() => anonymous(region)),
  });
  const text = response.body.kind === 'complete' ? response.body.string : '';
  return {
    status: response.status ?? 200,
    text,
    errors: (JSON.parse(text) as { errors?: { extensions?: { code?: string; requestId?: string } }[] }).errors ?? [],
  };
}
const SECRET = 'Иванова@example.org';

describe('the one server', () => {
  it('masks a bug behind a request id that leads to its line in the log, and neither says what a person typed', async () => {
    const context = await anonymous(region);
    const lines = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    vi.spyOn(prisma.region, 'findMany').mockRejectedValue(new Error(`duplicate key (email)=(${SECRET})`));
    const { text, errors } = await post({ query: '{ regions { id } }' }, { context: async () => context });
    expect(errors[0]?.extensions?.code).toBe('INTERNAL');
    expect(text).not.toContain(SECRET);
    expect(lines.mock.calls).toHaveLength(1);
    expect(lines.mock.calls[0]?.[0]).toMatchObject({ requestId: errors[0]?.extensions?.requestId, name: 'Error', path: ['regions'] });
    expect(JSON.stringify(lines.mock.calls)).not.toContain(SECRET);
  });

  it('masks and logs a request whose context could not be made', async () => {
    const lines = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const { text } = await post({ query: '{ viewer { id } }' }, { context: () => Promise.reject(new Error(SECRET)) });
    expect(text).not.toContain(SECRET);
    expect(lines.mock.calls).toHaveLength(1);
    expect(JSON.stringify(lines.mock.calls)).not.toContain(SECRET);
  });

  it.each([
    ['a form of another site', { query: '{ viewer { id } }' }, 'text/plain'],
    ['no query', { query: '' }, undefined],
    ['many queries in one', [{ query: '{ viewer { id } }' }, { query: '{ viewer { id } }' }], undefined],
    ['too many names', { query: `{ ${Array.from({ length: 25 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }` }, undefined],
    ['too many words', { query: `{ ${'viewer { id } '.repeat(700)} }` }, undefined],
    ['a document that does not parse', { query: '{ viewer {' }, undefined],
    ['variables that are no object', { query: '{ viewer { id } }', variables: 'x' }, undefined],
  ])('refuses %s as a fault of the client', async (_what, body, type) => {
    const lines = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const { status, errors } = await post(body, type ? { type } : {});
    expect(status).toBe(400);
    expect(errors[0]?.extensions?.code).not.toBe('INTERNAL');
    expect(lines.mock.calls).toEqual([]);
  });
});
