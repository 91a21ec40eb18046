import type { Browser, Page } from '@playwright/test';
import { pdfOfSize } from '../src/testing/files/make';
import { moveClock, resetClock } from './clock';
import { assignmentOf, expertLoginsOf, givePassword } from './database';
import { cardOf, fillSignIn, OWN_PASSWORD, newPerson as person, expect as seen, signIn, signInByGivenPassword, test } from './fixtures';
import { lettersTo, letterTo } from './mailbox';

/** Sverdlovsk by clicks: the note, the invitation and its answers, the day of confirmation, the second letter. Moves the demo's clock. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 30_000 });

const newPerson = async (browser: Browser): Promise<Page> => {
  const page = await person(browser);
  page.setDefaultTimeout(90_000);
  return page;
};

const NOTE = 'Справка_Сидоренко.pdf';
const BEGINS = 'КАИС Процедура аттестации';
/** Specialists of the demo have letters about other cases too. */
const TEACHER = 'Вострикова';
let id = '';
let logins: string[] = [];

test.afterAll(async ({ browser }) => {
  const admin = await newPerson(browser);
  await signIn(admin, 'admin');
  await resetClock(admin);
  await admin.context().close();
});

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

/** The invited expert's page of the case, from his desk. */
async function openInvitation(page: Page, login: string): Promise<void> {
  await signInByGivenPassword(page, login);
  await page.goto('/expert');
  // The late case stands first on the desk: the invited one is found by its teacher.
  await page.getByRole('row').filter({ hasText: 'Ожидание' }).getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Подтвердить участие' })).toBeVisible();
}

test('[SV-13] the school attaches the note; the working group sees its name, date and author, and opens it', async ({ page, browser }) => {
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

test('[SV-33] [SV-17] a specialist refuses with a free reason, which is mandatory and comes from no list', async ({ page, browser }) => {
  const group = await newPerson(browser);
  await openAsGroup(group);
  for (let invited = 0; invited < 5; invited += 1) {
    const dialog = group.getByRole('dialog', { name: /Кого назначить/ });
    if (!(await dialog.isVisible()))
      await cardOf(group, 'experts')
        .getByRole('button', { name: /Назначить|Пригласить/ })
        .first()
        .click();
    await dialog
      .getByRole('button', { name: /^Назначить: / })
      .first()
      .click();
    await expect(cardOf(group, 'experts').locator('li').filter({ hasText: 'Ожидание' })).toHaveCount(invited + 1);
  }
  logins = await expertLoginsOf(id);
  expect(logins).toHaveLength(5);

  await openInvitation(page, logins[0] ?? '');
  await page.getByRole('button', { name: 'Отказаться', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('просим сообщить причину отказа')).toBeVisible();
  await expect(dialog.getByRole('radio')).toHaveCount(0);
  await expect(dialog.getByLabel('Комментарий')).toHaveAttribute('aria-required', 'true');
  await dialog.getByRole('button', { name: 'Отказаться' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Нужна причина. Напишите её словами, её увидит получатель.');
  await dialog.getByLabel('Комментарий').fill('Нахожусь в отпуске');
  await dialog.getByRole('button', { name: 'Отказаться' }).click();
  await expect(page.getByText('Вы больше не участвуете в этом деле.')).toBeVisible();

  await group.reload();
  const refused = cardOf(group, 'experts').locator('li').filter({ hasText: 'Нахожусь в отпуске' });
  await expect(refused.getByText('Отказ', { exact: true })).toBeVisible();
  await group.context().close();
});

test('[SV-15] [SV-16] taking part is confirmed in a second window that names the term and how many criteria there are', async ({
  browser,
}) => {
  for (const login of logins.slice(1, 4)) {
    const expert = await newPerson(browser);
    await openInvitation(expert, login);
    await expect(expert.getByText('Ожидание', { exact: true }).first()).toBeVisible();
    await expert.getByRole('button', { name: 'Подтвердить участие' }).click();
    const dialog = expert.getByRole('dialog');
    await expect(dialog.getByText(/будет необходимо провести оценку в (период по|срок 10 рабочих дней)/)).toBeVisible();
    await expect(dialog.getByText(/Показателей в листе оценки: 1\d\./)).toBeVisible();
    await dialog.getByRole('button', { name: 'Подтвердить' }).click();
    await expect(expert.getByText('Подтвержден', { exact: true }).first()).toBeVisible();
    await expert.context().close();
  }
});

test('[SV-10] [SV-18] [SV-31] full panel and note: the second letter and «Оценка» come after the stated day of confirmation', async ({
  page,
  browser,
}) => {
  await openAsGroup(page);
  const chip = page.locator('.title-line');
  await expect(chip).toContainText('Подготовка');
  const address = `${logins[1]}@demo.example`;
  expect((await lettersTo(address)).filter((letter) => letter.subject === BEGINS && letter.text.includes(TEACHER))).toEqual([]);
  const admin = await newPerson(browser);
  await signIn(admin, 'admin');
  await moveClock(admin, 12);
  await admin.context().close();
  await expect(async () => {
    await page.reload();
    await expect(chip).toContainText('Оценка', { timeout: 2_000 });
  }).toPass({ timeout: 120_000 });
  const letter = await letterTo(address, BEGINS, TEACHER);
  expect(letter.text).toMatch(/Внесите оценки до \d{2}\.\d{2}\.\d{4}/);
});

test('[SV-14] the late one is told that the set is full and may take part in another procedure', async ({ page }) => {
  await signInByGivenPassword(page, logins[4] ?? '');
  await page.goto(`/expert/assignments/${await assignmentOf(id, logins[4] ?? '')}`);
  await expect(page.getByText('Необходимое количество специалистов по оценке уже набрано').first()).toBeVisible();
  await expect(page.getByText(/Вы можете принять участие в другой процедуре/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Подтвердить участие' })).toHaveCount(0);
});

test('[SV-13] [SV-03] [SV-04] [SV-20] the link of the second letter asks for login and password, then shows the documents; the note opens', async ({
  page,
}) => {
  const login = logins[1] ?? '';
  const { text } = await letterTo(`${login}@demo.example`, BEGINS, TEACHER);
  const link = new URL(/(https?:\S+)/.exec(text)?.[1]?.replace(/[.,]$/, '') ?? '');
  await givePassword(login, OWN_PASSWORD);
  await page.goto(link.pathname + link.search);
  await fillSignIn(page, `${login}@demo.example`, OWN_PASSWORD);
  await page.waitForURL(/\/expert\/assignments\//);
  const documents = cardOf(page, 'documents');
  await expect(documents.getByRole('heading', { name: 'Информационно-аналитическая справка' })).toBeVisible();
  await openNote(page);
  await expect(page.locator('li.criterion').first()).toBeVisible();
});

const GROUPS = [
  'Результаты освоения обучающимися образовательных программ по итогам мониторингов, проводимых организацией',
  'Результаты освоения обучающимися образовательных программ по итогам мониторинга системы образования',
  'Выявление и развитие способностей обучающихся',
  'Личный вклад в повышение качества образования',
];

/** Goes down the sheet by the arrow key and gives each criterion the score by its digit. */
async function scoreAll(page: Page, score: string): Promise<void> {
  const cells = page.locator('[data-score]');
  await page.waitForLoadState('networkidle');
  await cells.first().getByRole('radio').first().focus();
  for (let k = await cells.count(); k > 0; k -= 1) {
    await page.keyboard.press(score);
    await page.keyboard.press('ArrowDown');
  }
  await page.getByLabel('Рекомендации').fill('Расскажите коллегам, как изменилась работа за эти годы.');
  await expect(page.getByText('Все критерии оценены.')).toBeVisible();
}

/** Saves, saves what was checked, confirms. */
async function finish(page: Page): Promise<void> {
  const save = page.locator('.bottom-bar').getByRole('button', { name: 'Сохранить', exact: true });
  await save.click();
  await expect(page.getByText(/Вы находитесь в режиме редактирования баллов.* после сохранения изменить оценку не сможете/)).toBeVisible();
  await save.click();
  await page
    .getByRole('dialog', { name: /Подтвердить баллы/ })
    .getByRole('button', { name: 'Подтвердить', exact: true })
    .click();
  await expect(page.getByText(/Оценка завершена/).first()).toBeVisible();
}

test('[SV-21] [SV-22] [SV-23] [SV-24] [SV-25] [SV-27] [SV-28] four groups and 16 criteria from 0 to 2; scores and recommendations are saved twice and confirmed, then nothing can be changed', async ({
  page,
}) => {
  await signInByGivenPassword(page, logins[1] ?? '');
  await page.goto(`/expert/assignments/${await assignmentOf(id, logins[1] ?? '')}`);
  await expect(page.locator('.group-head')).toHaveCount(4);
  for (const [k, title] of GROUPS.entries()) await expect(page.locator('.group-head').nth(k)).toContainText(title);
  await expect(page.locator('li.criterion')).toHaveCount(16);
  await expect(page.locator('li.criterion').filter({ hasText: '(при наличии)' })).toHaveCount(4);
  for (const cell of await page.locator('[data-score]').all()) await expect(cell.getByRole('radio')).toHaveCount(3);
  const course = page.locator('dl').filter({ hasText: 'Готовность к оценке' });
  await expect(course.getByText('Процесс оценки')).toBeVisible();
  await expect(course.getByText('вы: оценка ещё не завершена')).toBeVisible();
  await scoreAll(page, '1');
  await expect(page.locator('.group-head').first()).toContainText('4 из 8');
  await finish(page);
  await expect(course.getByText('вы: оценка завершена')).toBeVisible();
  await page.reload();
  await expect(page.locator('.group-head').first()).toContainText('4 из 8');
  await expect(page.locator('[data-score] input:enabled')).toHaveCount(0);
  await expect(page.getByLabel('Рекомендации')).toHaveCount(0);
  await expect(page.getByText('Расскажите коллегам, как изменилась работа за эти годы.')).toBeVisible();
});

test('[SV-26] when all have scored, the working group reads the grid: a row per criterion, a column per specialist, the sum of each group', async ({
  page,
  browser,
}) => {
  for (const login of logins.slice(2, 4)) {
    const expert = await newPerson(browser);
    await signInByGivenPassword(expert, login);
    await expert.goto(`/expert/assignments/${await assignmentOf(id, login)}`);
    await scoreAll(expert, '2');
    await finish(expert);
    await expert.context().close();
  }
  await openAsGroup(page);
  await expect(page.locator('.title-line')).toContainText('Оценка завершена');
  await cardOf(page, 'experts').locator('summary').click();
  const grid = cardOf(page, 'experts').getByRole('table');
  await expect(grid.locator('thead th')).toHaveCount(4);
  await expect(grid.locator('tbody tr')).toHaveCount(20);
  for (const title of GROUPS) {
    const sums = grid.locator('tbody tr').filter({ hasText: title }).first().locator('td');
    await expect(sums).toHaveText(['4', '8', '8']);
  }
});
