import { trailOf } from './database';
import { expect, signIn, test } from './fixtures';

/** What the trail keeps of pages: one that is only guessed at leaves nothing and is not given, one that is printed leaves a line. */

const CASE_LINK = 'a[href^="/operator/applications/"]';

test('pointing at a case reads nothing, a forged prefetch is given nothing, opening and printing leave a line each', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/operator/applications');
  const link = page.locator(CASE_LINK).first();
  const address = (await link.getAttribute('href')) ?? '';
  const id = address.split('/')[3] ?? '';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const before = await trailOf('demo-operator-samara', id);
  await link.hover();
  await page.waitForTimeout(1_000);
  expect(asked.filter((url) => url.includes(id))).toEqual([]);

  const guesses: Record<string, string>[] = [
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-prefetch': '2' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'sec-purpose': 'prefetch' },
    { purpose: 'prefetch' },
  ];
  for (const headers of guesses) {
    const answer = await page.request.get(address, { headers, maxRedirects: 0 });
    expect({ headers, status: answer.status(), body: await answer.text() }).toEqual({ headers, status: 204, body: '' });
  }
  expect(await trailOf('demo-operator-samara', id)).toEqual(before);

  await link.click();
  await page.waitForURL((url) => url.pathname === address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const opened = await trailOf('demo-operator-samara', id);
  expect(opened.filter((act) => act === 'read_case').length).toBe(before.filter((act) => act === 'read_case').length + 1);

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect
    .poll(async () => (await trailOf('demo-operator-samara', id)).filter((act) => act === 'print_page').length)
    .toBe(before.filter((act) => act === 'print_page').length + 1);
});
