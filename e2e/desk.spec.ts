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

test('the picker of experts stays open until the panel is full, on a list that is never stale, and says whose experts it lists', async ({
  page,
}) => {
  await signIn(page, 'coordinator', 'tomsk');
  await page.goto('/coordinator/applications?experts=missing');
  await page
    .getByRole('button', { name: /^Назначить (эксперта|специалиста)/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: /^Кого назначить/ });
  const search = dialog.getByRole('searchbox');
  await expect(search).toBeFocused();
  await expect(dialog.getByText(/Показаны .+ вашего муниципалитета/)).toBeVisible();
  await expect(dialog.getByText(/Никто не подошёл — оставьте пустым, назначит/)).toBeVisible();
  const choices = dialog.getByRole('button', { name: /^Назначить: / });
  await expect(choices.first()).toBeVisible();
  const name = ((await choices.first().getAttribute('aria-label')) ?? '').replace('Назначить: ', '');
  await search.fill(name.split(' ')[0] ?? '');
  await expect(choices).toHaveCount(1);
  // The list after the appointment comes late: until then there is none to press on.
  let late: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    late = resolve;
  });
  await page.route('**/api/graphql', async (route) => {
    if (!route.request().postData()?.includes('expertIds')) await held;
    await route.continue();
  });
  await choices.first().click();
  await expect(dialog.getByText(`Назначены: ${name}. Нужен ещё 1 `)).toBeVisible();
  await expect(choices).toHaveCount(0);
  await expect(search).toHaveValue('');
  await expect(search).toBeFocused();
  late();
  await expect(choices.first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: `Назначить: ${name}` })).toHaveCount(0);
  await choices.first().click();
  await expect(dialog).toBeHidden();
});
