import type { APIRequestContext } from '@playwright/test';
import { expect, fillSignIn, test } from './fixtures';

/** A person who tried too often reads for how long to wait, whichever way in and whichever part of the site used the limit first. */

const SENTENCE = /Слишком много попыток подряд. Повторите через \d+ минут/;
const headers = { 'x-forwarded-for': '203.0.113.20' };

/** Signs in by next-auth's own route; where it leads. */
async function signInByRoute(request: APIRequestContext, login: string): Promise<string> {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const form = { csrfToken, login, password: 'не тот', json: 'true' };
  const answer = await request.post('/api/auth/callback/credentials', { form, headers, maxRedirects: 0 });
  expect(answer.status()).toBeLessThan(500);
  return ((await answer.json()) as { url: string }).url;
}

test('too many attempts are told with the minutes, on the form and on next-auth’s own route', async ({ page, request }) => {
  const login = `nobody-${Date.now()}`;
  // The API uses the limits before the pages do.
  const input = { snils: '11223344595', code: 'x', password: 'x' };
  const query = 'mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { problems { code } } }';
  expect((await request.post('/api/graphql', { data: { query, variables: { input } }, headers })).status()).toBe(200);
  for (let k = 0; k < 20; k += 1) expect(await signInByRoute(request, k % 2 ? login : login.toUpperCase())).toContain('CREDENTIALS_WRONG');
  const led = new URL(await signInByRoute(request, login));
  expect(led.searchParams.get('error')).toMatch(/^TOO_MANY_ATTEMPTS\.\d+$/);
  await page.goto(`/sign-in${led.search}`);
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(SENTENCE);
  await page.goto('/sign-in');
  await fillSignIn(page, `  ${login.toUpperCase()}`, 'не тот');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(SENTENCE);
});
