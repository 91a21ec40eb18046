import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { givePassword } from './database';
import { annotateVersions, notePages } from './ranUnder';
import { watch } from './watch';

/** A password of the tests' own: people of the demo have none. */
export const OWN_PASSWORD = 'шесть-тихих-вязов-у-пруда';

/** Roles of the demo, as its sign-in cards name them. */
export type DemoLogin =
  | 'teacher'
  | 'school'
  | 'hr'
  | 'school-coordinator'
  | 'coordinator'
  | 'operator'
  | 'working-group'
  | 'expert'
  | 'secretary'
  | 'member'
  | 'admin'
  | 'many';

/** A browser of its own for one more person; whatever fails in it fails the test. */
export async function newPerson(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ru-RU',
    timezoneId: 'Europe/Samara',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  watch(page);
  notePages(page);
  return page;
}

/** Signs in by one press on a card of a region's demo. */
export async function signIn(page: Page, who: DemoLogin, region = 'samara'): Promise<void> {
  await page.goto(`/sign-in?region=${region}`);
  await pressCard(page, `demo-${who}-${region}`);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Opens the demo's people on the sign-in page and presses one's card. */
export async function pressCard(page: Page, login: string): Promise<void> {
  await page.locator('#demo > summary').click();
  await page.locator(`button[name="login"][value="${login}"]`).click();
}

/** Gives somebody of the demo who has no card a password, and signs in by it. */
export async function signInByGivenPassword(page: Page, login: string): Promise<void> {
  await givePassword(login, OWN_PASSWORD);
  await signInByPassword(page, login, OWN_PASSWORD);
}

/** Signs in by login and password. */
export async function signInByPassword(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, login, password);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The card whose heading has this id. */
export const cardOf = (page: Page, id: string) => page.locator('section.card').filter({ has: page.locator(`[id="${id}"]`) });

/** Fills and sends the sign-in form that is open. */
export async function fillSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
}

/** The test of this folder: its page is watched, and so is every further person's. */
export const test = base.extend<{ guarded: undefined }>({
  guarded: [
    async ({ page }, use, info) => {
      const faults = watch(page);
      notePages(page);
      await use(undefined);
      await annotateVersions(info);
      expect.soft(faults(), 'console errors, answers 5xx, refusals of the content policy').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
