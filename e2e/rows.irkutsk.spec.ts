import { caseIn } from './database';
import { cardOf, newPerson, expect as seen, signIn, signInByGivenPassword, test } from './fixtures';

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

/** Statuses in which the demo has a case: what they are called, whether the teacher may withdraw it and supplement the portfolio. */
const STATUSES: { row: string; status: string; words: string; withdraw: boolean; supplement: boolean }[] = [
  { row: 'IR-14', status: 'DRAFT', words: 'Черновик', withdraw: false, supplement: true },
  { row: 'IR-16', status: 'REGISTERED', words: 'Заявление зарегистрировано', withdraw: true, supplement: false },
  { row: 'IR-17', status: 'UNDER_REVIEW', words: 'Заявление принято к рассмотрению', withdraw: true, supplement: false },
  { row: 'IR-18', status: 'AWAITING_INFO', words: 'Ожидание получения дополнительных сведений', withdraw: true, supplement: true },
  { row: 'IR-19', status: 'READY', words: 'Направлено на экспертизу', withdraw: true, supplement: true },
  { row: 'IR-20', status: 'EXPERTISE', words: 'Экспертиза', withdraw: true, supplement: false },
  { row: 'IR-25', status: 'GRANTED', words: 'Услуга оказана', withdraw: false, supplement: false },
  { row: 'IR-29', status: 'ARCHIVED', words: 'В архиве', withdraw: false, supplement: false },
];

for (const { row, status, words, withdraw, supplement } of STATUSES)
  test(`[${row}] [IR-30] «${words}»: the teacher and the staff read it; withdrawing ${withdraw ? 'is' : 'is not'} possible, the portfolio ${supplement ? 'can' : 'cannot'} be supplemented`, async ({
    page,
    browser,
  }) => {
    const { caseId, teacher } = await caseIn('irkutsk', status);
    await signInByGivenPassword(page, teacher);
    await page.goto(`/teacher/applications/${caseId}`);
    await expect(page.locator('.title-line').getByText(words, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Отозвать заявление' }).filter({ visible: true })).toHaveCount(withdraw ? 1 : 0);
    if (status === 'DRAFT') {
      await page.getByRole('main').locator('a[href$="/form"]').first().click();
      await page.waitForURL(/\/form$/);
      return;
    }
    await expect(page.getByRole('main').locator('a[href$="/form"]')).toHaveCount(0);
    await page.goto(`/teacher/portfolio/${caseId}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main input[type="file"]').first()).toBeAttached({ attached: supplement });

    const operator = await newPerson(browser);
    operator.setDefaultTimeout(90_000);
    await signIn(operator, 'operator', 'irkutsk');
    await operator.goto(`/operator/applications/${caseId}`);
    await expect(operator.locator('.title-line').getByText(words, { exact: true })).toBeVisible();
    await operator.context().close();
  });

test('[IR-28] [IR-30] the teacher withdraws a registered application and reads «Отозвано»; so does the operator', async ({
  page,
  browser,
}) => {
  const { caseId, teacher } = await caseIn('irkutsk', 'REGISTERED');
  await signInByGivenPassword(page, teacher);
  await page.goto(`/teacher/applications/${caseId}`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Отозвать заявление' }).filter({ visible: true }).click();
  await page.getByRole('dialog').getByLabel('Почему вы отзываете заявление').fill('Ухожу в отпуск по уходу за ребёнком');
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать заявление' }).click();
  await expect(page.locator('.title-line').getByText('Отозвано', { exact: true })).toBeVisible();
  await page.goto(`/teacher/applications/${caseId}`);
  await expect(page.getByRole('button', { name: 'Отозвать заявление' }).filter({ visible: true })).toHaveCount(0);
  const operator = await newPerson(browser);
  operator.setDefaultTimeout(90_000);
  await signIn(operator, 'operator', 'irkutsk');
  await operator.goto(`/operator/applications/${caseId}`);
  await expect(operator.locator('.title-line').getByText('Отозвано', { exact: true })).toBeVisible();
  await operator.context().close();
});

test('[IR-02] the manuals of the user and of the administrator are read without signing in', async ({ page }) => {
  await page.goto('/?region=irkutsk');
  for (const manual of ['Инструкция педагогическому работнику', 'Инструкция администратору']) {
    await page.goto('/help?region=irkutsk');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Материалы/);
    await page.getByRole('main').getByRole('link', { name: manual }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(manual);
  }
});

test('[IR-06] who has several roles chooses one after signing in, or leaves', async ({ page }) => {
  await signIn(page, 'many', 'irkutsk');
  await page.waitForURL(/\/roles/);
  await expect(page.getByRole('button', { name: 'Выйти' })).toBeVisible();
  await page.getByRole('button', { name: /^Исполнитель/ }).click();
  await page.waitForURL(/\/operator/);
  await expect(page.getByRole('banner')).toContainText('Исполнитель');
});

test('[IR-09] the form has the blocks of the source with what each asks', async ({ page }) => {
  const { caseId, teacher } = await caseIn('irkutsk', 'DRAFT');
  await signInByGivenPassword(page, teacher);
  const blocks: [string, string[]][] = [
    ['Меню', ['Получить результат на бумажном носителе', 'Комментарий']],
    ['Информационный блок', ['Порядок предоставления услуги прочитан']],
    ['Сведения о заявителе', ['Фамилия', 'Имя', 'Отчество', 'Документ, удостоверяющий личность']],
    [
      'Сведения, необходимые для получения услуги',
      [
        'Заявленная квалификационная категория',
        'Место работы',
        'Должность',
        'Предметная область',
        'Награды и достижения',
        'Сведения о полученном образовании',
      ],
    ],
    ['Документы', ['Документы']],
    ['Дополнительные документы', ['Дополнительные документы']],
  ];
  for (const [block, fields] of blocks) {
    await page.goto(`/teacher/applications/${caseId}/form`);
    await page.getByRole('main').getByRole('link', { name: block, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(block);
    for (const field of fields)
      await expect(page.getByRole('main').getByText(field, { exact: true }).filter({ visible: true }).first()).toBeVisible();
  }
});
