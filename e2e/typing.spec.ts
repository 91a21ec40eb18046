import { expect, test } from './fixtures';
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
