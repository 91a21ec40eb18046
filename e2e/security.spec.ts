import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures';
import { takeFaults } from './watch';

/** What the site answers over HTTP to those who do not come by its own pages. */
const post = (request: APIRequestContext, body: unknown, headers: Record<string, string> = { 'apollo-require-preflight': 'true' }) =>
  request.post('/api/graphql', {
    data: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

/** The codes of an answer; data never comes with them. */
async function codesOf(answer: Awaited<ReturnType<typeof post>>): Promise<string[]> {
  const body = (await answer.json()) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
  expect(body.data ?? null).toBeNull();
  return (body.errors ?? []).map((error) => String(error.extensions?.code));
}

test('every page carries a content policy with a fresh nonce, nosniff, no framing, referrers only to ourselves', async ({
  request,
  page,
}) => {
  const policies: string[] = [];
  for (const path of ['/', '/sign-in']) {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    policies.push(policy);
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=-]{20,}' 'strict-dynamic'/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-powered-by']).toBeUndefined();
  }
  expect(policies[0]).not.toBe(policies[1]);
  await page.goto('/sign-in');
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.foreign = true" alt="">'));
  await expect.poll(() => takeFaults().some((fault) => fault.includes('Executing inline event handler violates'))).toBe(true);
  expect(await page.evaluate(() => 'foreign' in window)).toBe(false);
});

test('the API answers only POST, with the header that a foreign form cannot send', async ({ request }) => {
  expect((await request.get('/api/graphql?query={__typename}')).status()).toBe(405);
  const form = await request.post('/api/graphql', { form: { query: '{ __typename }' } });
  expect(form.status()).toBeGreaterThanOrEqual(400);
  const plain = await request.post('/api/graphql', { data: '{"query":"{ __typename }"}', headers: { 'content-type': 'text/plain' } });
  expect(plain.status()).toBeGreaterThanOrEqual(400);
  expect((await post(request, { query: '{ __typename }' })).status()).toBe(200);
});

test('queries that are too deep, too many-named, too dear or too long are refused before they run', async ({ request }) => {
  const deep = `{ applications(first: 1) ${'{ edges { node { timeline { application '.repeat(6)}{ id }${' } } } }'.repeat(6)} }`;
  const aliases = `{ ${Array.from({ length: 60 }, (_, k) => `a${k}: region { label }`).join(' ')} }`;
  const long = `{ ${'region { label } '.repeat(3000)} }`;
  for (const [query, code] of [
    [deep, 'QUERY_TOO_DEEP'],
    [aliases, 'QUERY_TOO_MANY_ALIASES'],
    [long, 'GRAPHQL_PARSE_FAILED'],
  ] as const) {
    const headers = { 'apollo-require-preflight': 'true', accept: 'application/graphql-response+json' };
    expect((await post(request, { query }, headers)).status(), query.slice(0, 60)).toBe(400);
    expect(await codesOf(await post(request, { query }))).toContain(code);
  }
});

test('a body over 100 kB is refused, so is a list of queries', async ({ request }) => {
  expect((await post(request, { query: '{ __typename }', variables: { padding: 'x'.repeat(110_000) } })).status()).toBe(413);
  expect((await post(request, { query: '{ __typename }' })).status()).toBe(200);
  expect((await post(request, [{ query: '{ __typename }' }, { query: '{ __typename }' }])).status()).toBe(400);
  expect((await post(request, '{ not json')).status()).toBe(400);
});

test('production shows neither the schema nor guesses at its names', async ({ request }) => {
  const schema = await post(request, { query: '{ __schema { types { name } } }' });
  expect(await codesOf(schema)).toContain('GRAPHQL_VALIDATION_FAILED');
  const guess = await post(request, { query: '{ applicatio { id } }' });
  expect(await guess.text()).not.toMatch(/Did you mean|applications/);
});

test('a stranger gets nothing, and a bug would be told by its number only', async ({ request }) => {
  const answer = await post(request, { query: '{ applications(first: 1) { edges { node { id } } } }' });
  expect(await codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  const unknown = await post(request, { documentId: '0'.repeat(64), variables: {} });
  expect(unknown.status()).toBe(400);
  for (const text of [await answer.text(), await unknown.text()]) expect(text).not.toMatch(/stack|node_modules|prisma|\/src\//i);
});

test('health says that database and store are ready, and nothing else', async ({ request }) => {
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ready', database: true, storage: true });
});
