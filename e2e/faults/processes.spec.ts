import { readFileSync } from 'node:fs';
import { expect, signIn, signInByGivenPassword, test } from '../fixtures';
import { letterTo } from '../mailbox';
import { takeFaults } from '../watch';

/** Processes of the site by name; `npm test` starts again any that dies. */
const pidsOf = (kind: 'web' | 'worker' | 'files'): number[] => {
  const running = JSON.parse(readFileSync(process.env.TEST_SITE ?? '', 'utf8')) as Record<string, number>;
  return Object.entries(running).flatMap(([name, pid]) => (name.startsWith(`${kind}-`) ? [pid] : []));
};

test.skip(() => !process.env.TEST_SITE, 'the processes are known to `npm test` only');

test('kill -9 of every web server right after an acknowledged save: the answer is there', async ({ page }) => {
  await signInByGivenPassword(page, 'teacher-3-samara');
  await page.getByRole('link', { name: 'Продолжить заявление' }).click();
  await page.getByRole('link', { name: 'О вас' }).click();
  const typed = `Высшее, педагогический колледж, ${Date.now()}`;
  const saved = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/graphql') && (answer.request().postData() ?? '').includes(typed),
  );
  await page.getByLabel('Образование').fill(typed);
  expect((await saved).status()).toBe(200);
  for (const pid of pidsOf('web')) process.kill(pid, 'SIGKILL');
  await expect(async () => {
    await page.goto(page.url());
    await expect(page.getByLabel('Образование')).toHaveValue(typed);
  }).toPass({ timeout: 60_000 });
  takeFaults();
});

test('kill -9 of every program that serves files: the next press opens the file', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/operator/applications');
  // Which cases have files depends on what other journeys did to the demo: the first that shows one serves.
  const cases = page.locator('a[href*="/operator/applications/"]');
  const addresses = await cases.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  let href: string | null = null;
  for (const address of new Set(addresses)) {
    await page.goto(address);
    const file = page.locator('a[href^="/file/"]').first();
    if (await file.isVisible()) href = await file.getAttribute('href');
    if (href) break;
  }
  if (!href) throw new Error('no case of the demo shows the operator a file');
  expect((await page.request.get(href)).status()).toBe(200);
  for (const pid of pidsOf('files')) process.kill(pid, 'SIGKILL');
  await expect(async () => expect((await page.request.get(href)).status()).toBe(200)).toPass({ timeout: 30_000 });
  takeFaults();
});

test('SIGTERM while requests are in flight: each is answered', async ({ page, request }) => {
  await page.goto('/');
  const query = { documentId: undefined, query: '{ region { label } }' };
  const send = () =>
    request.post('/api/graphql', { data: query, headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' } });
  const answers = Array.from({ length: 30 }, send);
  for (const pid of pidsOf('web')) process.kill(pid, 'SIGTERM');
  for (const answer of await Promise.all(answers)) expect(answer.status()).toBe(200);
  takeFaults();
});

test('SIGTERM of both workers with letters waiting: each letter leaves once', async ({ page }) => {
  const addresses = Array.from({ length: 4 }, (_, k) => `sigterm-${k}-${Date.now().toString(36)}@mail.example`);
  for (const [k, address] of addresses.entries()) {
    await page.goto('/access?region=samara');
    await page.getByLabel('Личная почта').fill(address);
    await page.getByRole('button', { name: 'Отправить' }).click();
    await expect(page.getByRole('heading', { name: 'Проверьте почту' })).toBeVisible();
    if (k === 2) for (const pid of pidsOf('worker')) process.kill(pid, 'SIGTERM');
  }
  for (const address of addresses) await letterTo(address, 'Учетные данные для подачи заявления на аттестацию');
});
