import { endSessions } from '../database';
import { expect, newPerson, OWN_PASSWORD, pressCard, signIn, signInByGivenPassword, test } from '../fixtures';

test('a session that ends while the form is typed: one signs in on the spot and nothing typed is lost', async ({ page }) => {
  await signInByGivenPassword(page, 'teacher-3-samara');
  await page.getByRole('link', { name: 'Продолжить заявление' }).click();
  await page.getByRole('link', { name: 'О вас' }).click();
  const education = page.getByLabel('Образование');
  await expect(education).toBeVisible();
  expect(await endSessions('teacher-3-samara')).toBeGreaterThan(0);
  const typed = `Высшее, Самарский университет, ${Date.now()}`;
  await education.pressSequentially('…');
  await education.fill(typed);
  const dialog = page.getByRole('dialog', { name: 'Войдите ещё раз, ничего не потеряно' });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Пароль', { exact: true }).fill(OWN_PASSWORD);
  await dialog.getByRole('button', { name: 'Продолжить работу' }).click();
  await expect(dialog).toBeHidden();
  await expect(education).toHaveValue(typed);
  await expect(page.getByText(/Сохранено/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Образование')).toHaveValue(typed);
});

test('a session that ends between two scores: the score waits, one signs in, it is saved', async ({ page }) => {
  await signIn(page, 'expert');
  await page.locator('a[href^="/expert/assignments/"]').first().click();
  const cells = page.locator('[data-score]');
  await expect(cells.first()).toBeVisible();
  const cell = cells.last();
  const score = (await cell.getByRole('radio', { name: '4', exact: true }).isChecked()) ? '2' : '4';
  expect(await endSessions('demo-expert-samara')).toBeGreaterThan(0);
  await cell.getByRole('radio').first().focus();
  await page.keyboard.press(score);
  const dialog = page.getByRole('dialog', { name: 'Войдите ещё раз, ничего не потеряно' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Продолжить работу' }).click();
  await expect(dialog).toBeHidden();
  await expect(cell.getByText('Сохранено')).toBeAttached();
  await page.reload();
  await expect(cells.last().getByRole('radio', { name: score, exact: true })).toBeChecked();
});

test('a deep link leads through signing in and back; a foreign address after «next» does not', async ({ page }) => {
  await page.goto('/?region=samara');
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await pressCard(page, 'demo-teacher-samara');
  await expect(page).toHaveURL(/\/account$/);
  await page.context().clearCookies();
  await page.goto('/sign-in?region=samara&next=https://elsewhere.example/');
  await pressCard(page, 'demo-teacher-samara');
  await expect(page).toHaveURL(/\/teacher$/);
});

test('a role that is taken away: the next click leads out', async ({ browser, page }) => {
  const expert = await newPerson(browser);
  await signInByGivenPassword(expert, 'expert-6-samara');
  await expect(expert).toHaveURL(/\/expert$/);
  await signIn(page, 'admin');
  await page.goto('/admin/accounts?q=Юсупов');
  await page.getByRole('button', { name: /^Снять роль «Эксперт»: Юсупов/ }).click();
  await page.getByRole('dialog').filter({ visible: true }).getByRole('button', { name: 'Снять роль' }).click();
  await expect(page.getByText(/Роль «Эксперт» снята/)).toBeVisible();
  await expert.getByRole('link', { name: 'Сообщения' }).first().click();
  await expect(expert).toHaveURL(/\/(sign-in|roles)/);
  await expert.context().close();
});

test('the language is switched and signing in works without JavaScript', async ({ browser }) => {
  const page = await newPerson(browser, { javaScriptEnabled: false });
  await page.goto('/sign-in?region=samara');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Вход');
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Вход');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await pressCard(page, 'demo-school-samara');
  await expect(page).toHaveURL(/\/school$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().close();
});

test('[SM-37] signing out ends the session; the back button shows nothing of it', async ({ page }) => {
  await signIn(page, 'school');
  await page.getByLabel(/открыть меню/).click();
  await page.getByRole('button', { name: 'Выйти' }).filter({ visible: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/school');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a person with several roles chooses one and switches to another', async ({ page }) => {
  await signIn(page, 'many');
  await expect(page.getByRole('heading', { name: 'Кем вы сейчас работаете?' })).toBeVisible();
  await page.getByRole('button', { name: /Специалист ЦПО/ }).click();
  await expect(page).toHaveURL(/\/operator$/);
  await page.getByLabel(/открыть меню/).click();
  await page
    .getByRole('button', { name: /Секретарь/ })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(/\/commission$/);
});
