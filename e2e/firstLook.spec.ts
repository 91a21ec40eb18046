import { cardOf, expect, signIn, test } from './fixtures';

/** What a stranger stumbled over who walked through the demo. */

test('the sum that a category needs is written with a comma', async ({ page }) => {
  await signIn(page, 'expert', 'sverdlovsk');
  await page.locator('a[href^="/expert/assignments/"]').filter({ hasText: 'Громова' }).first().click();
  await expect(page.getByText(/высшая 16,8/).first()).toBeVisible();
});

test('the bookmark leads on by the one filled button above the case, whose passport is sent with it', async ({ page }) => {
  await signIn(page, 'operator', 'irkutsk');
  await page.goto('/operator/applications');
  await page
    .getByRole('link', { name: /Вострикова/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: 'К экспертам' })).toHaveClass(/btn-primary/);
  await expect(page.locator('.page-head').getByRole('button', { name: 'Спросить работодателя снова' })).toBeVisible();
  await expect(page.locator('.page-head .btn-primary')).toHaveCount(0);
  // The passport of Irkutsk goes along with the application, which was sent.
  await expect(cardOf(page, 'portfolio')).toContainText('показателей с материалами');
  await expect(cardOf(page, 'portfolio')).not.toContainText('Ещё не сдано');
});

test('the agenda of Tomsk says what the coordinator verified', async ({ page }) => {
  await signIn(page, 'secretary', 'tomsk');
  await page.goto('/commission/meetings');
  await page.locator('a[href^="/commission/meetings/"]').filter({ hasText: '3 ноября' }).first().click();
  const row = page.getByRole('row').filter({ hasText: 'Орлова-Вознесенская' });
  await expect(row).toContainText('соответствует', { ignoreCase: true });
  await expect(row).not.toContainText('нет результата');
});

test('only who enters workers is told to', async ({ page }) => {
  await signIn(page, 'hr', 'chelyabinsk');
  await page.goto('/school');
  await expect(cardOf(page, 'waiting')).toContainText('Новых работников внесите заранее');
  await page.context().clearCookies();
  await page.goto('/sign-in?region=chelyabinsk');
  await page.locator('#demo > summary').click();
  await page.locator('button[name="login"][value="demo-deputy-chelyabinsk"]').click();
  await page.waitForURL('**/school');
  await expect(cardOf(page, 'waiting')).toContainText('Все карточки в порядке');
  await expect(cardOf(page, 'waiting')).not.toContainText('внесите');
});
