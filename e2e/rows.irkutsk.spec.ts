import { cardOf, newPerson, expect as seen, signIn, test } from './fixtures';

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 30_000 });

/** Irkutsk by clicks: what leaves with the acceptance. */
test('[IR-32] [IR-17] accepting an application sends the requests to agencies, each with its day, and the history tells it', async ({
  page,
  browser,
}) => {
  page.setDefaultTimeout(90_000);
  await signIn(page, 'operator', 'irkutsk');
  await page.goto('/operator/applications?status=REGISTERED');
  await page.locator('main table a[href^="/operator/applications/"]').first().click();
  await expect(page.locator('.title-line')).toContainText('Заявление зарегистрировано');
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0];
  await expect(cardOf(page, 'information')).toHaveCount(0);
  await page.getByRole('button', { name: 'Принять', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Вместе с этим уйдут запросы:')).toBeVisible();
  const texts = await dialog.locator('li').allTextContents();
  expect(texts.length).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Принять заявление' }).click();
  await expect(page.locator('.title-line')).toContainText('Заявление принято к рассмотрению');
  const asked = cardOf(page, 'information');
  for (const text of texts) {
    const one = asked.getByRole('region', { name: text });
    await expect(one.getByText(text)).toBeVisible();
    await expect(one.getByText(/^Запрос ведомству\. .*\d{2}:\d{2}/)).toBeVisible();
  }
  await expect(cardOf(page, 'history').getByText(`Направлены запросы сведений: ${texts.length}`)).toBeVisible();

  // A reply is recorded where the case stands; a further request is an act of its own.
  const first = asked.getByRole('region', { name: texts[0] ?? '' });
  await first.getByLabel('Что ответило ведомство').fill('Сведения подтверждаются');
  await first.getByRole('button', { name: 'Отправить ответ' }).click();
  await expect(first.getByText('Сведения подтверждаются')).toBeVisible();
  await expect(page.locator('.title-line')).toContainText('Заявление принято к рассмотрению');
  await expect(page.getByRole('button', { name: 'Запросить сведения' }).first()).toBeVisible();

  const secretary = await newPerson(browser);
  secretary.setDefaultTimeout(90_000);
  await signIn(secretary, 'secretary', 'irkutsk');
  await secretary.goto(`/commission/applications/${id}`);
  await expect(cardOf(secretary, 'history').getByText(`Направлены запросы сведений: ${texts.length}`)).toBeVisible();
  await secretary.context().close();
});
