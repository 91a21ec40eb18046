import { makePng } from '../../src/testing/files/pictures';
import { expect, signIn, test } from '../fixtures';

test('an upload that the network swallows waits, offers to be sent again, and arrives', async ({ page }) => {
  await signIn(page, 'teacher');
  await page
    .getByRole('link', { name: /портфолио|Редактировать/i })
    .first()
    .click();
  const place = page.locator('#i-talks');
  const name = `Сертификат ${Date.now()}.png`;
  const store = `${process.env.S3_PUBLIC_ENDPOINT ?? ''}/**`;
  await page.route(store, (route) => route.abort('connectionreset'));
  await place.locator('input[type="file"][multiple]').setInputFiles({ name, mimeType: 'image/png', buffer: makePng() });
  const row = place.locator('.file').filter({ hasText: name });
  await expect(row.getByText('Ждёт связи, отправим сами')).toBeVisible();
  await page.unroute(store);
  await row.getByRole('button', { name: 'Отправить сейчас' }).click();
  await expect(row.getByText('Проверен')).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: /Удалить файл/ }).click();
  await expect(row).toHaveCount(0);
});
