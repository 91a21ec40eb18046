import { makePng } from '../src/testing/files/pictures';
import { teacherIn } from './database';
import { expect, signIn, signInByGivenPassword, test } from './fixtures';

/** What the teacher's screens say: each sentence true of the case beside it. */

test('a sent application that has no number yet is no draft: heading, title and address of the page', async ({ page }) => {
  await signInByGivenPassword(page, await teacherIn('tomsk', 'SUBMITTED'));
  await expect(page.getByRole('main')).toContainText(/Заявление от\s\d+\s\S+/, { timeout: 30_000 });
  await expect(page.getByRole('main')).not.toContainText('Черновик');
  await page.getByRole('link', { name: 'Заявление и ответы' }).click();
  await page.waitForURL(/applications/);
  await expect(page.getByRole('main')).not.toContainText('Черновик');
  await expect(page).toHaveTitle(/^Заявление /);
});

test('the line of the form says what is not saved: a refused answer, after a reload too, and a site that does not answer', async ({
  page,
}) => {
  await signInByGivenPassword(page, await teacherIn('samara', 'DRAFT'));
  await page.goto((await page.locator('a[href*="/applications/"]').first().getAttribute('href'))?.replace(/\/form.*|#.*/, '') ?? '');
  await page.getByRole('link', { name: 'Изменить ответы' }).click();
  await page.getByRole('link', { name: 'О вас' }).click();
  const line = page.locator('.save').first();
  const email = page.getByLabel('Адрес электронной почты');
  const before = await email.inputValue();
  await email.fill('без собаки');
  await email.blur();
  await expect(line).toHaveText('Не сохранён 1 ответ, исправьте его');
  await page.reload();
  await expect(line).toHaveText('Не сохранён 1 ответ, исправьте его');
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await page.route('**/api/graphql', (route) => route.abort('connectionreset'));
  await email.fill(before);
  await email.blur();
  await expect(line).toContainText('Не сохранено: сайт не отвечает. Не закрывайте вкладку');
  await page.unroute('**/api/graphql');
  await line.getByRole('button', { name: 'Повторить' }).click();
  await expect(line).toContainText(/Сохранено в \d/);
});

test('the line of the portfolio says "all saved" only when every file arrived; a finished upload has one row', async ({ page }) => {
  await signIn(page, 'teacher');
  await page
    .getByRole('link', { name: /портфолио|Редактировать/i })
    .first()
    .click();
  const place = page.locator('#i-talks');
  const line = page.locator('.page-head .save');
  await expect(line).toHaveText('Всё сохранено', { timeout: 30_000 });
  const many = place.locator('input[type="file"][multiple]');
  await many.setInputFiles({ name: 'Снимок.png', mimeType: 'image/png', buffer: Buffer.from('не картинка') });
  await expect(place.locator('.file.bad')).toHaveCount(1);
  await expect(line).toHaveText('Не загружен 1 файл');
  await page.reload();
  await expect(line).toHaveText('Не загружен 1 файл');
  await place.getByRole('button', { name: /Убрать файл/ }).click();
  await expect(line).toHaveText('Всё сохранено');

  // The page is fetched while the upload is judged: its record is then older than what this window knows.
  const name = `Отзыв ${Date.now()}.png`;
  const rows = place.locator('.file').filter({ hasText: name });
  await page.evaluate(() => {
    const w = window as unknown as { most: number };
    w.most = 0;
    const count = () => {
      w.most = Math.max(w.most, document.querySelectorAll('#i-talks .file.bad').length);
    };
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await many.setInputFiles({ name, mimeType: 'image/png', buffer: makePng() });
  await expect(rows.getByText('Проверен')).toBeVisible({ timeout: 20_000 });
  await expect(rows.getByRole('link', { name: /Открыть/ })).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate(() => (window as unknown as { most: number }).most), 'red rows beside a good upload').toBe(0);
  await rows.getByRole('button', { name: /Удалить файл/ }).click();
  await expect(rows).toHaveCount(0);
});

test('a portfolio that can no longer be changed is not called one being filled', async ({ page }) => {
  await signInByGivenPassword(page, await teacherIn('samara', 'EXPIRED'));
  await page.locator('a[href*="/teacher/portfolio/"]').first().click();
  await expect(page.getByText('Сейчас портфолио изменить нельзя')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.title-line .chip')).toHaveText('Не сдано');
});

test('an empty held category is printed as the form calls it, and its hint names that choice', async ({ page }) => {
  await signInByGivenPassword(page, await teacherIn('samara', 'DRAFT'));
  await page.goto(
    (await page.locator('a[href*="/applications/"]').first().getAttribute('href'))?.replace(/\/form.*|#.*/, '/form/check') ?? '',
  );
  const row = page.locator('.facts > *, dl > *').filter({ hasText: 'Имеющаяся категория' }).first();
  await expect(page.getByRole('main')).toContainText('Имеющаяся категория', { timeout: 30_000 });
  await expect(row).not.toContainText('нет ответа');
});

test('a portal user without an e-mail address is told that letters go nowhere, on every page until he gives one', async ({ page }) => {
  await page.goto('/sign-in?region=irkutsk');
  await page.getByRole('button', { name: /Войти через Госуслуги/ }).click();
  await page.getByRole('button', { name: /без почты/ }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/teacher'));
  await expect(page.getByText('Письма вам не приходят')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Указать адрес' }).click();
  await page.getByLabel('Почта', { exact: true }).fill(`ryabinina${Date.now()}@example.org`);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Данные сохранены.')).toBeVisible({ timeout: 30_000 });
  // The band over the page goes with the same answer, without a reload.
  await expect(page.getByText('Письма вам не приходят')).toHaveCount(0);
});

test('a case that lapsed says whom to ask: the telephone where the region declares one, else the operator', async ({ page }) => {
  await signInByGivenPassword(page, await teacherIn('samara', 'EXPIRED'));
  await expect(page.getByRole('main')).toContainText('обратитесь к оператору: телефон (846) 955-00-64 (доб. 6)', { timeout: 30_000 });
  await expect(page.getByRole('main')).not.toContainText('Напишите или позвоните');
});

test('the portfolio’s list names each section in full', async ({ page }) => {
  await signIn(page, 'teacher');
  await page
    .getByRole('link', { name: /портфолио|Редактировать/i })
    .first()
    .click();
  const list = page.locator('.side-nav').filter({ visible: true });
  await expect(list).toBeVisible({ timeout: 30_000 });
  const headings = await page.locator('section.card[id][aria-labelledby] h2').allTextContents();
  expect(headings.length).toBeGreaterThan(2);
  for (const heading of headings) await expect(list).toContainText(heading);
});
