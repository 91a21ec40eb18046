import { caseAtSchool } from './database';
import { expect, newPerson, signIn, signInByGivenPassword, test } from './fixtures';
import { letterTo } from './mailbox';

/** What people type and paste at the doors, and what the pages say of it. */

const unique = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`;
const PASSWORD = 'сорок парт у окна';

test('an empty registration names each field in the order of the form, and a taken login offers free ones', async ({ page }) => {
  await page.goto('/?region=tomsk');
  await page.goto('/register');
  await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
  const summary = page.getByRole('alert').getByRole('link');
  await expect(summary).toHaveCount(5);
  await expect(summary.nth(0)).toHaveText('Напишите фамилию.');
  await expect(summary.nth(1)).toHaveText('Напишите имя.');
  await expect(summary.nth(2)).toContainText('Напишите адрес электронной почты.');
  await expect(summary.nth(3)).toHaveText('Напишите логин.');
  await expect(summary.nth(4)).toContainText('Пароль короткий');
  await summary.nth(3).click();
  await expect(page.getByLabel('Логин')).toBeFocused();
});

test('[TM-15] a confirming link opened and pressed again says that the address is confirmed', async ({ page }) => {
  const login = `lugova${unique()}`;
  const email = `${login}@школа12.рф`;
  await page.goto('/?region=tomsk');
  await page.goto('/register');
  await page.getByLabel('Фамилия').fill('Лугов\u00adская');
  await page.getByLabel('Имя', { exact: true }).fill('анна');
  await page.getByLabel('Личная почта').fill(email);
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
  await expect(page.getByRole('link', { name: 'Ко входу' })).toBeVisible();
  const { text } = await letterTo(`${login}@xn--12-6kc3bfr2e.xn--p1ai`, 'Подтвердите адрес электронной почты');
  const link = /\S+\/register\/confirm\?token=[\w-]+/.exec(text)?.[0] ?? 'about:blank';
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await expect(page.getByRole('heading', { name: 'Почта подтверждена' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Почта подтверждена' })).toBeVisible();
});

test('a dialog that is filled in wrongly names each field in its order, and leads to a single one', async ({ page }) => {
  await signIn(page, 'hr', 'chelyabinsk');
  await page.goto('/school/employees');
  await page.waitForLoadState('networkidle');
  await page.locator('main a[href^="/school/employees/"]:not([href$="/new"])').first().click();
  await page.getByRole('button', { name: 'Исправить ФИО, пол или должность' }).click();
  const dialog = page.getByRole('dialog', { name: 'Сведения о работнике' });
  await dialog.getByLabel('Имя', { exact: true }).fill('123');
  await dialog.getByLabel('Фамилия').fill('');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  const summary = dialog.getByRole('alert').getByRole('link');
  await expect(summary).toHaveText(['Напишите фамилию.', 'В имени есть цифра. Уберите её.'].map((text) => new RegExp(`${text}$`)));
  await summary.nth(1).click();
  await expect(dialog.getByLabel('Имя', { exact: true })).toBeFocused();
  await dialog.getByLabel('Имя', { exact: true }).fill('Анна');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog.getByLabel('Фамилия')).toBeFocused();
  await expect(dialog.getByText('Напишите фамилию.')).toHaveCount(1);
});

test('a meeting without a day is refused in its own words, at its field', async ({ page }) => {
  await signIn(page, 'secretary');
  await page.goto('/commission/meetings');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Назначить заседание' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Новое заседание' });
  await dialog.getByRole('button', { name: 'Назначить заседание' }).click();
  await expect(dialog.getByText('Укажите день заседания')).toBeVisible();
  await expect(dialog.getByLabel('День заседания')).toBeFocused();
});

test('what is pasted over a limit stays and is counted, in the form of the school and in the search of experts', async ({
  page,
  browser,
}) => {
  const { caseId, school } = await caseAtSchool('samara');
  await signInByGivenPassword(page, school);
  await page.goto(`/school/applications/${caseId}`);
  await page.waitForLoadState('networkidle');
  await page.getByText('Неверно', { exact: true }).first().click();
  const right = page.getByLabel('Как правильно');
  await right.fill('я'.repeat(2_500));
  await expect(right).toHaveValue('я'.repeat(2_500));
  await expect(page.getByText('Слишком длинно: 2500 знаков, а можно до 2000.')).toBeVisible();
  await page.getByRole('button', { name: 'Не подтверждать' }).click();
  await expect(
    page
      .getByRole('alert')
      .getByText(/знаков, а можно до 2.?000/)
      .first(),
  ).toBeVisible();
  await expect(right).toHaveValue('я'.repeat(2_500));

  const operator = await newPerson(browser);
  await signIn(operator, 'operator', 'samara');
  await operator.goto('/operator/applications?experts=missing');
  await operator
    .getByRole('button', { name: /^Назначить (эксперта|специалиста)/ })
    .first()
    .click();
  const search = operator.getByRole('dialog', { name: /^Кого назначить/ }).getByRole('searchbox');
  await search.fill('ю'.repeat(150));
  await expect(search).toHaveValue('ю'.repeat(150));
});
