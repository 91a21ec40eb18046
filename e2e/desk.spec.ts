import { expect, signIn, test } from './fixtures';

/** What experts and staff read on their screens is so. */
for (const region of ['irkutsk', 'sverdlovsk', 'samara']) {
  test(`a criterion of ${region} says "no materials" only where nothing is shown beside it`, async ({ page }) => {
    await signIn(page, 'expert', region);
    await page.locator('a[href^="/expert/assignments/"]').first().click();
    const rows = page.locator('li.criterion');
    await expect(rows.first()).toBeVisible();
    const pane = page.locator('.card', { has: page.getByRole('heading', { name: /^Материалы к критерию/ }) });
    for (const row of await rows.all()) {
      await row.locator('[data-score] input').first().focus();
      const no = (await row.locator('p span').first().textContent())?.trim();
      await expect(pane.getByRole('heading', { name: `Материалы к критерию ${no}`, exact: true })).toBeVisible();
      const shown = await pane.locator('table, ul li').count();
      const empty = await row.getByText('материалов нет').count();
      expect([no, empty > 0]).toEqual([no, shown === 0]);
      if (shown > 0) await expect(row.getByRole('button', { name: /^\d+ (файл|таблиц|ссыл|запис|текст|выбран)/ })).toBeVisible();
    }
  });
}
