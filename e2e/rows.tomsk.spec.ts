import type { Browser, Page } from '@playwright/test';
import { goodFiles } from '../src/testing/files/make';
import { expertOf, setAnswer, teacherIn } from './database';
import { newPerson, expect as seen, signIn, signInByGivenPassword, test } from './fixtures';

/** Rows of Tomsk as people see them: one case by clicks of its teacher, coordinator and expert, in the words of the source at each step. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 30_000 });

const scan = async (name: string) => {
  const file = (await goodFiles()).find((made) => made.name.endsWith('.pdf'));
  if (!file) throw new Error('no good PDF');
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(file.bytes) };
};

let login = '';
let surname = '';
let caseId = '';
let coordinator: Page;
let teacher: Page;

const person = async (browser: Browser, as: (page: Page) => Promise<void>): Promise<Page> => {
  const page = await newPerson(browser);
  page.setDefaultTimeout(60_000);
  await as(page);
  return page;
};
/** The status as the head of the case's page says it. */
const status = (page: Page) => page.locator('.title-line').first();
const inSchedule = (page: Page) => page.getByRole('row').filter({ hasText: surname });
const openCase = (page: Page, home = '/coordinator') => page.goto(`${home}/applications/${caseId}`);

test.beforeAll(async ({ browser }) => {
  login = await teacherIn('tomsk', 'SUBMITTED');
  teacher = await person(browser, (page) => signInByGivenPassword(page, login));
  coordinator = await person(browser, (page) => signIn(page, 'coordinator', 'tomsk'));
  await coordinator.goto('/coordinator/applications?status=SUBMITTED');
  const link = coordinator.locator('main a.who').first();
  surname = ((await link.textContent()) ?? '').trim().split(' ')[0] ?? '';
  caseId = ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
});
test.afterAll(async () => {
  for (const page of [coordinator, teacher]) await page.context().close();
});

test('[TM-34] the simplified form: the coordinator may only decline it, the operator registers it', async ({ browser }) => {
  await setAnswer(caseId, 'attestation_form', 'simplified');
  await openCase(coordinator);
  await expect(status(coordinator)).toContainText('Новое заявление');
  await expect(coordinator.getByRole('button', { name: 'Зарегистрировать', exact: true })).toHaveCount(0);
  await expect(coordinator.getByRole('button', { name: /Отклонить|Не допустить/ }).first()).toBeVisible();
  const operator = await person(browser, (page) => signIn(page, 'operator', 'tomsk'));
  await openCase(operator, '/operator');
  const register = operator.getByRole('button', { name: 'Зарегистрировать', exact: true });
  await expect(register).toBeEnabled();
  await expect(register).not.toHaveAttribute('aria-disabled', 'true');
  // A general form is the coordinator's: the operator reads why.
  await setAnswer(caseId, 'attestation_form', 'in_person');
  await operator.reload();
  await expect(operator.getByText('Это заявление регистрирует координатор муниципалитета.').first()).toBeVisible();
  await operator.context().close();
});

test('[TM-33] [TM-37] registering alone moves the application into the schedule', async () => {
  await openCase(coordinator);
  await coordinator.getByRole('button', { name: 'Зарегистрировать', exact: true }).click();
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Зарегистрировать', exact: true }).click();
  await expect(status(coordinator)).toContainText('Не выбран период');
  await coordinator.goto('/coordinator/schedule');
  await expect(inSchedule(coordinator)).toContainText('не выбран');
  await expect(inSchedule(coordinator)).toContainText('не назначены');
});

test('[TM-58] [TM-39] the experts are appointed while the period is empty, then the period is chosen of the windows of the source', async () => {
  await inSchedule(coordinator).getByRole('link', { name: 'Назначить' }).click();
  await coordinator
    .getByRole('button', { name: 'Назначить эксперта' })
    .or(coordinator.getByRole('button', { name: /^Назначить специалиста/ }))
    .first()
    .click();
  const picker = coordinator.getByRole('dialog', { name: /^Кого назначить/ });
  const choices = picker.getByRole('button', { name: /^Назначить: / });
  await choices.first().click();
  await expect(picker.getByText(/^Назначены: /)).toBeVisible();
  await choices.first().click();
  await expect(picker).toBeHidden();
  await expect(status(coordinator)).toContainText('Не выбран период');

  await coordinator.goto('/coordinator/schedule?period=none');
  await expect(inSchedule(coordinator)).toContainText('назначены');
  await inSchedule(coordinator).getByRole('button', { name: 'Выбрать период' }).click();
  const dialog = coordinator.getByRole('dialog');
  const select = dialog.getByLabel('Период аттестации');
  await expect(select.locator('option').nth(1)).toBeAttached();
  const labels = (await select.locator('option').allTextContents()).slice(1);
  // «ноябрь-декабрь 2017, декабрь-январь 2018, январь-февраль 2018»: the year is that of the second month.
  const turn = labels.findIndex((label) => label.startsWith('декабрь-январь'));
  expect(labels[turn]).toMatch(/^декабрь-январь \d{4}$/);
  const year = labels[turn]?.slice(-4) ?? '';
  expect(labels[turn + 1]).toBe(`январь-февраль ${year}`);
  expect(
    labels.every((label) => /^[а-я]+-[а-я]+ \d{4}$/.test(label)),
    labels.join(),
  ).toBe(true);
  await select.selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Сохранить период' }).click();
  await expect(dialog).toBeHidden();
  await openCase(coordinator);
  await expect(status(coordinator)).toContainText('Не утвержденный график');
});

test('[TM-41] the schedule is approved and says the period in words', async () => {
  await coordinator.goto('/coordinator/schedule');
  const section = coordinator.locator('section', { has: inSchedule(coordinator) }).first();
  await expect(section).toContainText(/График проведения аттестации .+ в целях установления квалификационной категории в [а-я]+е/);
  await section.getByRole('button', { name: 'Утвердить график' }).click();
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Утвердить график' }).click();
  await expect(coordinator.getByRole('dialog')).toBeHidden();
  await openCase(coordinator);
  await expect(status(coordinator)).toContainText(/Утвержденный график|Итоговое заключение не прикреплено/);
});

test('[TM-47] the expert is asked for the final conclusion only, and «прикреплено» stands only with its file', async ({ browser }) => {
  const expert = await person(browser, async (page) => signInByGivenPassword(page, await expertOf(caseId)));
  await expert.goto('/expert');
  await expert
    .getByRole('link', { name: new RegExp(surname) })
    .first()
    .click();
  await expect(expert.getByText('Оформите итоговое заключение').first()).toBeVisible();
  await expect(expert.locator('li.criterion')).toHaveCount(0);
  await expect(status(expert)).not.toContainText('прикреплено');
  await expert
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await scan('Итоговое заключение.pdf'));
  await expect(status(expert)).toContainText('Итоговое заключение прикреплено', { timeout: 30_000 });
  await expert.context().close();
});
