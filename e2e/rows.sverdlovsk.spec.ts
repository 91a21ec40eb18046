import type { Browser, Page } from '@playwright/test';
import { pdfOfSize } from '../src/testing/files/make';
import { newPerson as person, expect as seen, signIn, test } from './fixtures';

/** Sverdlovsk by clicks: the employer's note. */
test.describe.configure({ timeout: 240_000 });

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 30_000 });

const newPerson = async (browser: Browser): Promise<Page> => {
  const page = await person(browser);
  page.setDefaultTimeout(90_000);
  return page;
};

const NOTE = 'Справка_Сидоренко.pdf';
let id = '';

/** The paper itself, not the card of the employer's answer beside it. */
const paperOn = (page: Page) => page.locator('section[aria-label="Информационно-аналитическая справка"]');

/** Opens the demo teacher's case as the working group. */
async function openAsGroup(page: Page): Promise<void> {
  await signIn(page, 'working-group', 'sverdlovsk');
  await page.goto(`/operator/applications/${id}`);
}

/** Follows the link of the note: the file's own address answers with a PDF. */
async function openNote(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: `Открыть: «${NOTE}»` });
  await expect(link).toBeVisible();
  const answered = page.context().waitForEvent('response', (response) => response.url().includes('/file/'));
  await link.click();
  expect((await answered).status()).toBeLessThan(400);
  const { headers, status } = await page.request.get((await link.getAttribute('href')) ?? '').then((response) => ({
    headers: response.headers(),
    status: response.status(),
  }));
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
}

test('the school attaches the note; the working group sees its name and author, and opens it', async ({ page, browser }) => {
  await signIn(page, 'teacher', 'sverdlovsk');
  const href = await page.locator('a[href^="/teacher/applications/"]').first().getAttribute('href');
  id = /[0-9a-f-]{36}/.exec(href ?? '')?.[0] ?? '';
  const school = await newPerson(browser);
  await signIn(school, 'school-coordinator', 'sverdlovsk');
  await school.goto(`/school/applications/${id}`);
  const paper = paperOn(school);
  await paper
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: NOTE, mimeType: 'application/pdf', buffer: Buffer.from(pdfOfSize(9_000).bytes) });
  await expect(paper.getByText('Проверен')).toBeVisible();
  await school.context().close();

  const group = await newPerson(browser);
  await openAsGroup(group);
  const card = paperOn(group);
  await expect(card.getByRole('heading', { name: 'Информационно-аналитическая справка' })).toBeVisible();
  await expect(card.getByText(NOTE)).toBeVisible();
  await expect(card.getByText(/^Кто прикрепил: \S+ \S+/)).toBeVisible();
  await openNote(group);
  await group.context().close();
});
