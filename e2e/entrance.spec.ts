import { expect, pressCard, test } from './fixtures';
import { letterTo } from './mailbox';

/** Ways in: which region one speaks of, and how a teacher of each comes in. Regions are chosen by their place on the page, as people do. */

const unique = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`;

test('[IR-03] the region is chosen on the front page, remembered and changed; every public page speaks of it', async ({ page }) => {
  await page.goto('/');
  const regions = page.getByRole('main').getByRole('button');
  await expect(regions).toHaveCount(5);
  const irkutsk = regions.filter({ hasText: 'Иркутская' });
  await irkutsk.click();
  await expect(page.getByRole('button', { name: 'Другой регион' }).first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Иркутская область');
  await page.goto('/help');
  await expect(page.getByRole('banner')).toContainText('Иркутская область');
  await page.goto('/sign-in');
  await expect(page.getByText('Иркутская область').first()).toBeVisible();
  for (const field of ['Логин или почта', 'Пароль']) await expect(page.getByLabel(field, { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Забыли пароль?' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Войти через Госуслуги/ })).toBeVisible();
  await page.goto('/?region=tomsk');
  await expect(page.getByRole('main')).toContainText('Томская область');
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText('Томская область');
  await page.getByRole('button', { name: 'Другой регион' }).first().click();
  await expect(regions).toHaveCount(5);
});

test('[IR-04] a teacher comes in through the portal and finds himself in the region he chose', async ({ page }) => {
  await page.goto('/sign-in?region=irkutsk');
  await page.getByRole('button', { name: /Войти через Госуслуги/ }).click();
  await page.getByRole('button', { name: /Рябинина Таисия/ }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/teacher'));
  await expect(page.getByRole('banner')).toContainText('Иркутская область');
  await expect(page.getByRole('banner')).toContainText('Рябинина Т.');
});

test('[TM-15] a teacher registers with a login and a password of his own and confirms his address by the letter’s link', async ({
  page,
}) => {
  const login = `zorina${unique()}`;
  const email = `${login}@example.org`;
  await page.goto('/?region=tomsk');
  await page.getByRole('link', { name: 'Зарегистрироваться' }).click();
  await page.getByLabel('Фамилия').fill('Зорина');
  await page.getByLabel('Имя', { exact: true }).fill('Вера');
  await page.getByLabel('Личная почта').fill(email);
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill('сорок парт у окна');
  await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
  await page.getByRole('link', { name: 'Ко входу' }).click();
  await page.getByLabel('Пароль', { exact: true }).fill('сорок парт у окна');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/teacher'));
  await expect(page.getByText('Ваш профиль не заполнен')).toBeVisible();
  const { text } = await letterTo(email, 'Подтвердите адрес электронной почты');
  await page.goto(/\S+\/register\/confirm\?token=[\w-]+/.exec(text)?.[0] ?? 'about:blank');
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await expect(page.getByRole('heading', { name: 'Почта подтверждена' })).toBeVisible();
  await page.goto('/teacher');
  await expect(page.getByText('Ваш профиль не заполнен')).toHaveCount(0);
});

const LOGINS = {
  samara: 'Логин или почта',
  tomsk: 'Логин или почта',
  chelyabinsk: 'СНИЛС, логин или почта',
  irkutsk: 'Логин или почта',
  sverdlovsk: 'Логин или почта',
} as const;

for (const [region, login] of Object.entries(LOGINS)) {
  test(`the sign-in page of ${region} has its password within the first screen, the demo folded below it`, async ({ page }) => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 360, height: 740 },
    ]) {
      await page.setViewportSize(viewport);
      await page.goto(`/sign-in?region=${region}`);
      await expect(page.getByLabel(login, { exact: true })).toBeVisible();
      const field = await page.getByLabel('Пароль', { exact: true }).boundingBox();
      expect((field?.y ?? 9999) + (field?.height ?? 0), `foot of the password field at ${viewport.width}`).toBeLessThan(viewport.height);
      await expect(page.locator('button[name="login"]').first()).toBeHidden();
    }
    await pressCard(page, `demo-teacher-${region}`);
    await page.waitForURL((url) => url.pathname.startsWith('/teacher'));
  });
}
