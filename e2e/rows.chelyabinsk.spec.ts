import type { Page } from '@playwright/test';
import { newPerson, OWN_PASSWORD, expect as seen, signIn, signInByGivenPassword, signInByPassword, test } from './fixtures';
import { letterTo } from './mailbox';
import { takeFaults } from './watch';

/** Chelyabinsk by clicks: the card of one employee of its officer and its deputy head. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 60_000 });

let hr: Page;
let deputy: Page;
let teacher: Page;
let card = '';
const email = `zaitseva-${Date.now().toString(36)}@mail.example`;
const surname = `Зайцева-${['Ключевская', 'Полевая', 'Озёрная', 'Луговая'][Date.now() % 4]}`;

/** A SNILS that nobody of an earlier run has, with its checksum. */
function freshSnils(): string {
  const digits = `9${String(Date.now() % 100_000_000).padStart(8, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return digits + String((sum % 101) % 100).padStart(2, '0');
}
const snils = freshSnils();

const section = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(name) });
/** Fills a field and leaves it: it saves itself. */
const write = async (page: Page, place: string, label: string, value: string) => {
  const field = section(page, place).getByLabel(label, { exact: false }).first();
  await field.fill(value);
  await field.blur();
};
const saved = (page: Page) => page.waitForLoadState('networkidle');
const openCard = async (page: Page) => {
  await page.goto(`/school/employees/${card}`);
  // What is typed before the page listens would be lost.
  await page.waitForLoadState('networkidle');
};

test.beforeAll(async ({ browser }) => {
  [hr, deputy, teacher] = [await newPerson(browser), await newPerson(browser), await newPerson(browser)];
  for (const page of [hr, deputy, teacher]) page.setDefaultTimeout(60_000);
  await signIn(hr, 'hr', 'chelyabinsk');
  await signInByGivenPassword(deputy, 'demo-deputy-chelyabinsk');
});
test.afterAll(async () => {
  for (const page of [hr, deputy, teacher]) await page.context().close();
});
test.afterEach(() => {
  expect.soft(takeFaults(), 'console errors, answers 5xx, refusals of the content policy').toEqual([]);
});

test('the officer enters the employee and the teacher opens the account by the code on paper', async () => {
  await hr.goto('/school/employees/new');
  await hr.getByLabel('СНИЛС').fill(snils);
  await hr.getByLabel('Фамилия').fill(surname);
  await hr.getByLabel('Имя').fill('Полина');
  await hr.getByLabel('Отчество').fill('Ильинична');
  await hr.getByText('Женский').click();
  await hr.getByLabel('Должность').selectOption({ label: 'Учитель' });
  await hr.getByRole('button', { name: 'Сохранить и добавить другой объект' }).click();
  const code = ((await hr.locator('dd.font-mono').textContent()) ?? '').trim();
  expect(code).not.toBe('');
  await hr.goto('/school/employees?waiting=1');
  await hr
    .getByRole('link', { name: new RegExp(surname) })
    .first()
    .click();
  await hr.waitForURL(/\/school\/employees\/[0-9a-f-]{36}$/);
  card = /employees\/([0-9a-f-]{36})/.exec(hr.url())?.[1] ?? '';

  await teacher.goto('/activate');
  await teacher.getByLabel('СНИЛС').fill(snils);
  await teacher.getByLabel('код', { exact: false }).first().fill(code);
  await teacher.getByLabel('Пароль', { exact: true }).or(teacher.getByLabel('Новый пароль')).first().fill(OWN_PASSWORD);
  await teacher.getByLabel(/почта/i).fill(email);
  await teacher.getByRole('button', { name: 'Открыть кабинет' }).click();
  await expect(teacher.getByRole('link', { name: /вой/i }).first()).toBeVisible();
  const { text } = await letterTo(email, 'Подтвердите адрес электронной почты');
  await teacher.goto(/\S+\/register\/confirm\?token=[\w-]+/.exec(text)?.[0] ?? 'about:blank');
  await teacher.getByRole('button', { name: 'Подтвердить' }).click();
  await expect(teacher.getByRole('heading', { name: 'Почта подтверждена' })).toBeVisible();
  await signInByPassword(teacher, snils, OWN_PASSWORD);
});

test('the officer fills in his sections and is told what the deputy head still owes', async () => {
  await openCard(hr);
  await write(hr, '1\\. Данные работника', 'Телефон', '+7 900 000-00-00');
  await write(hr, '3\\. Сведения о занимаемой должности', 'Дата назначения', '2015-09-01');
  await write(hr, '4\\. Сведения об образовании', 'Учебное заведение', 'ЧГПУ');
  await section(hr, '6\\. Повышение квалификации')
    .first()
    .getByRole('button', { name: /^Добавить строку/ })
    .click();
  await write(hr, '6\\. Повышение квалификации', 'Название программы', 'Оценивание на уроке');
  await saved(hr);
  await openCard(hr);
  const missing = hr.locator('#missing li');
  await expect(missing.filter({ hasText: '«Профессиональная деятельность»' }).first()).toContainText(
    'его заполняет Заместитель директора ОО',
  );
  for (const place of ['Данные работника', 'Сведения об образовании']) await expect(missing.filter({ hasText: place })).toHaveCount(0);
});
