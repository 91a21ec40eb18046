import type { Browser, Page } from '@playwright/test';
import { goodFiles } from '../src/testing/files/make';
import { expertOf, teacherOf } from './database';
import { cardOf, newPerson, expect as seen, signIn, signInByGivenPassword, test } from './fixtures';
import { letterTo } from './mailbox';

/** Rows of Tomsk as people see them: one case by clicks of its teacher, coordinator and expert, in the words of the source at each step. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 30_000 });

const scan = async (name: string) => {
  const file = (await goodFiles()).find((made) => made.name.endsWith('.pdf'));
  if (!file) throw new Error('no good PDF');
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(file.bytes) };
};

let surname = '';
let caseId = '';
let coordinator: Page;
let teacher: Page;

const person = async (browser: Browser, as: (page: Page) => Promise<void>): Promise<Page> => {
  const page = await newPerson(browser);
  page.setDefaultTimeout(60_000);
  await as(page);
  return page;
};
/** The status as the head of the case's page says it. */
const status = (page: Page) => page.locator('.title-line .chip').first();
const inSchedule = (page: Page) => page.getByRole('row').filter({ hasText: surname });
const openCase = (page: Page, home = '/coordinator') => page.goto(`${home}/applications/${caseId}`);

/** Words of the source on the application as the coordinator and the operator read it, e.g. «Форма аттестации: очно». */
const answered = (page: Page, form: RegExp) => page.locator('section[aria-labelledby="answers"]').getByText(form);
/** Addresses of new applications in the coordinator's municipality that the list leads to. */
const newApplications = async (): Promise<string[]> => {
  await coordinator.goto('/coordinator/applications?status=SUBMITTED');
  const links = coordinator.locator('main a.who');
  await expect(links.first()).toBeVisible();
  return Promise.all((await links.all()).map(async (link) => (await link.getAttribute('href'))?.split('/').at(-1) ?? ''));
};

const simplified: string[] = [];
/** General applications beside the one that is walked. */
const general: string[] = [];

/** Does an act and tells whether the page was fresh already when the words came that it is done: then it says the same a moment later. */
const expectFreshWhenTold = async (page: Page, act: () => Promise<void>, done: RegExp) => {
  await page.evaluate((words) => {
    const told = window as unknown as { whenTold?: string };
    delete told.whenTold;
    new MutationObserver((_, observer) => {
      if (!new RegExp(words).test(document.querySelector('.toasts .toast:last-child')?.textContent ?? '')) return;
      told.whenTold = document.querySelector('main')?.innerText ?? '';
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true });
  }, done.source);
  await act();
  await expect(page.locator('.toasts .toast').filter({ hasText: done })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const [then, now] = await page.evaluate(() => [
    (window as unknown as { whenTold?: string }).whenTold,
    document.querySelector('main')?.innerText,
  ]);
  expect(then).toBe(now);
};

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  coordinator = await person(browser, (page) => signIn(page, 'coordinator', 'tomsk'));
  for (const id of await newApplications()) {
    await coordinator.goto(`/coordinator/applications/${id}`);
    await expect(answered(coordinator, /^(очно|дистанционно|упрощенно)$/)).toBeVisible();
    if (await answered(coordinator, /^упрощенно$/).count()) simplified.push(id);
    else if (await answered(coordinator, /^математика$/).count()) caseId = id;
    else general.push(id);
  }
  await openCase(coordinator);
  surname = ((await coordinator.getByRole('heading', { level: 1 }).textContent()) ?? '').trim().split(' ')[0] ?? '';
  teacher = await person(browser, async (page) => signInByGivenPassword(page, await teacherOf(caseId)));
});
test.afterAll(async () => {
  for (const page of [coordinator, teacher]) await page?.context().close();
});

test('[TM-30] [TM-31] an application is checked on a page of its own: its values, the signed paper, the date by which the period is chosen', async () => {
  const held = 'Имеющаяся (имевшаяся, в случае истечения срока действия) квалификационная категория';
  const until = 'Дата окончания срока действия квалификационной категории';
  const value = (label: string) =>
    coordinator.locator('section[aria-labelledby="answers"]').getByText(label, { exact: true }).locator('xpath=following-sibling::dd[1]');
  for (const [id, form, category] of [
    [general[0], 'очно', 'не имею'],
    [caseId, 'дистанционно', 'Первая'],
    [simplified[0], 'упрощенно', 'не имею'],
  ] as const) {
    await coordinator.goto(`/coordinator/applications/${id}`);
    await expect(value('Форма аттестации')).toHaveText(form);
    await expect(value(held)).toHaveText(category);
  }
  await openCase(coordinator);
  await expect(value(until)).toHaveText('30.04.2027');
  await expect(coordinator.getByRole('link', { name: /^Открыть: «.*подписью.*»/ }).first()).toBeVisible();
  await expect(coordinator.getByRole('button', { name: 'Распечатать' })).toBeVisible();
});

test('[TM-10] [TM-34] [TM-37] the simplified form: the coordinator may only decline it, the operator alone registers it, and no schedule holds it', async ({
  browser,
}) => {
  const [first = '', second = ''] = simplified;
  const register = (page: Page) => page.getByRole('button', { name: 'Зарегистрировать', exact: true });
  await coordinator.goto(`/coordinator/applications/${first}`);
  await expect(status(coordinator)).toHaveText('Новое заявление');
  await expect(register(coordinator)).toHaveCount(0);
  await coordinator.getByRole('button', { name: 'Отклонить', exact: true }).click();
  const dialog = coordinator.getByRole('dialog');
  // It is not the end: a declined application is corrected and sent again.
  await expect(dialog).toContainText('заявление можно исправить и отправить снова');
  await expect(dialog).not.toContainText('нельзя');
  await dialog.getByText('Результаты не соответствуют заявленной категории при упрощённой форме', { exact: true }).click();
  await dialog.getByLabel('Пояснение').fill('Премия получена до последней аттестации.');
  await dialog.getByRole('button', { name: 'Отклонить заявление', exact: true }).click();
  await expect(status(coordinator)).toHaveText('Отклонено');

  await coordinator.goto(`/coordinator/applications/${second}`);
  const who = ((await coordinator.getByRole('heading', { level: 1 }).textContent()) ?? '').trim();
  await expect(register(coordinator)).toHaveCount(0);
  const operator = await person(browser, (page) => signIn(page, 'operator', 'tomsk'));
  await operator.goto(`/operator/applications/${second}`);
  await register(operator).click();
  await operator.getByRole('dialog').getByRole('button', { name: 'Зарегистрировать', exact: true }).click();
  await expect(status(operator)).toHaveText('Зарегистрировано');
  await coordinator.goto('/coordinator/schedule');
  await expect(coordinator.getByRole('row').filter({ hasText: who })).toHaveCount(0);

  // A general form is the coordinator's: the operator reads why.
  await openCase(operator, '/operator');
  await expect(operator.getByText('Это заявление регистрирует координатор муниципалитета.').first()).toBeVisible();
  await operator.context().close();
});

test('[TM-10] [TM-33] [TM-37] registering alone moves the application into the schedule', async () => {
  await openCase(coordinator);
  await coordinator.getByRole('button', { name: 'Зарегистрировать', exact: true }).click();
  const register = coordinator.getByRole('dialog').getByRole('button', { name: 'Зарегистрировать', exact: true });
  await expectFreshWhenTold(coordinator, () => register.click(), /Зарегистрировано/);
  await expect(status(coordinator)).toHaveText('Не выбран период');
  await coordinator.goto('/coordinator/schedule');
  await expect(inSchedule(coordinator)).toContainText('не выбран');
  await expect(inSchedule(coordinator)).toContainText('не назначены');
});

test('[TM-05] [TM-11] [TM-35] [TM-36] [TM-38] [TM-39] [TM-40] [TM-58] experts of the own municipality are appointed while the period is empty, then the period is chosen of the windows of the source', async () => {
  await inSchedule(coordinator).getByRole('link', { name: 'Назначить' }).click();
  await coordinator
    .getByRole('button', { name: 'Назначить эксперта' })
    .or(coordinator.getByRole('button', { name: /^Назначить специалиста/ }))
    .first()
    .click();
  const picker = coordinator.getByRole('dialog', { name: /^Кого назначить/ });
  const choices = picker.getByRole('button', { name: /^Назначить: / });
  await expect(picker).toContainText('Гончаренко-Преображенская Александра Константиновнаметодист');
  await expect(picker).toContainText('Показаны специалисты по аттестации вашего муниципалитета');
  await expect(picker).toContainText(/Никто не подошёл — оставьте пустым, назначит оператор/);
  // A specialist of another municipality of the demo is not found, one of the own is.
  const search = picker.getByRole('searchbox');
  await search.fill('Рукавишникова');
  await expect(picker.getByText('Никого с такими условиями')).toBeVisible();
  await search.fill('Зимин');
  await expect(choices).toHaveCount(1);
  await search.fill('');
  await expect(choices.nth(1)).toBeVisible();
  await choices.first().click();
  await expect(picker.getByText(/^Назначены: /)).toBeVisible();
  await choices.first().click();
  await expect(picker).toBeHidden();
  await expect(status(coordinator)).toContainText('Не выбран период');

  await coordinator.goto('/coordinator/schedule?period=none');
  const marks = (page: Page) => inSchedule(page).locator('.chip');
  await expect(marks(coordinator).filter({ hasText: /^назначены$/ })).toBeVisible();
  await expect(marks(coordinator).filter({ hasText: /^не выбран$/ })).toBeVisible();
  await inSchedule(coordinator).getByRole('button', { name: 'Выбрать период' }).click();
  const dialog = coordinator.getByRole('dialog');
  const select = dialog.getByLabel('Период аттестации');
  await expect(select.locator('option').nth(1)).toBeAttached();
  const labels = (await select.locator('option').allTextContents()).slice(1);
  // «ноябрь-декабрь 2017, декабрь-январь 2018, январь-февраль 2018»: the year is that of the second month.
  const turn = labels.findIndex((label) => label.startsWith('декабрь-январь'));
  expect(labels[turn]).toMatch(/^декабрь-январь \d{4}$/);
  const year = labels[turn]?.slice(-4) ?? '';
  expect(labels[turn + 1]).toBe(`январь-февраль ${year}`);
  expect(
    labels.every((label) => /^[а-я]+-[а-я]+ \d{4}$/.test(label)),
    labels.join(),
  ).toBe(true);
  await select.selectOption({ index: 1 });
  const save = dialog.getByRole('button', { name: 'Сохранить период' });
  await expectFreshWhenTold(coordinator, () => save.click(), /Период выбран/);
  await coordinator.goto('/coordinator/schedule');
  await expect(marks(coordinator).filter({ hasText: /^выбран$/ })).toBeVisible();
  await expect(marks(coordinator).filter({ hasText: /^назначены$/ })).toBeVisible();
  await openCase(coordinator);
  await expect(status(coordinator)).toHaveText('Не утвержденный график');
});

test('[TM-35] [TM-38] the row of the schedule and the page behind it say all that the period and the experts are chosen by', async () => {
  await coordinator.goto('/coordinator/schedule');
  const row = inSchedule(coordinator);
  const place = 'МБОУ «Верхнеключевская СОШ имени В. Н. Полякова»';
  for (const said of ['математика', place, 'Первая', /имеющаяся: первая/i, '30.04.2027', 'дистанционно', /[а-я]+-[а-я]+ \d{4}/])
    await expect(row).toContainText(said);

  await openCase(coordinator);
  const answers = coordinator.locator('section[aria-labelledby="answers"]');
  for (const [label, value] of [
    ['Муниципалитет, в котором находится образовательная организация', 'Ключевской округ'],
    ['Фамилия', surname],
    ['Имеющаяся (имевшаяся, в случае истечения срока действия) квалификационная категория', 'Первая'],
    ['Дата окончания срока действия квалификационной категории', '30.04.2027'],
    ['Заявленная квалификационная категория', 'Первая'],
    ['Преподаваемый(ые) предмет(ы)', 'математика'],
    ['Форма аттестации', 'дистанционно'],
  ] as const)
    await expect(answers.getByText(label, { exact: true }).locator('xpath=following-sibling::dd[1]')).toHaveText(value);
  await expect(answers.getByRole('textbox')).toHaveCount(0);
});

test('[TM-41] the schedule is approved and says the period in words', async () => {
  await coordinator.goto('/coordinator/schedule');
  const section = coordinator.locator('section', { has: inSchedule(coordinator) }).first();
  await expect(section).toContainText(/График проведения аттестации .+ в целях установления квалификационной категории в [а-я]+е/);
  await section.getByRole('button', { name: 'Утвердить график' }).click();
  const approve = coordinator.getByRole('dialog').getByRole('button', { name: 'Утвердить график' });
  await expectFreshWhenTold(coordinator, () => approve.click(), /График утверждён/);
  await coordinator.locator('select[name="period"]').selectOption({ index: 2 });
  await coordinator.waitForURL(/period=/);
  const approved = coordinator.locator('section.card', { has: inSchedule(coordinator) });
  await expect(approved).toContainText('Утвержденный график проведения аттестации за указанный период');
  await expect(coordinator.getByRole('heading', { name: 'Не утвержденный график' })).toBeVisible();
  await openCase(coordinator);
  await expect(status(coordinator)).toContainText(/Утвержденный график|Итоговое заключение не прикреплено/);
});

test('[TM-07] [TM-47] [TM-48] the expert is asked for the final conclusion only, and «прикреплено» stands only with its file', async ({
  browser,
}) => {
  // «Если к его заявлению прикреплено итоговое заключение»: without it there is nothing to be verified.
  await openCase(coordinator);
  await expect(coordinator.getByRole('button', { name: 'Проверить заключение' })).toHaveCount(0);
  const expert = await person(browser, async (page) => signInByGivenPassword(page, await expertOf(caseId)));
  await expert.goto('/expert');
  await expect(expert.getByRole('link', { name: /^В работе [1-9]/ })).toBeVisible();
  await expert
    .getByRole('link', { name: new RegExp(surname) })
    .first()
    .click();
  await expect(expert.getByText('Оформите итоговое заключение').first()).toBeVisible();
  await expect(expert.locator('li.criterion')).toHaveCount(0);
  // Contacts, the signed application and the documents are there by the appointment itself.
  await expect(expert.getByRole('main')).toContainText('+7 900 000-00-00');
  await expect(expert.getByRole('main')).toContainText('@demo.example');
  await expect(expert.getByRole('link', { name: /подписью/ }).first()).toBeVisible();
  await expect(status(expert)).not.toContainText('прикреплено');
  await expert
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await scan('Итоговое заключение.pdf'));
  await expect(status(expert)).toContainText('Итоговое заключение прикреплено', { timeout: 30_000 });
  await expert.context().close();
});

test('[TM-12] [TM-48] the applicant signs it, the coordinator says соответствует, and hands the case over to the centre', async () => {
  await teacher.goto(`/teacher/applications/${caseId}`);
  await expect(status(teacher)).toHaveText('Итоговое заключение прикреплено');
  await teacher.waitForLoadState('networkidle');
  await teacher.getByText('Согласен (согласна)', { exact: true }).click();
  const sign = teacher.getByRole('button', { name: 'Подписать', exact: true });
  await expectFreshWhenTold(teacher, () => sign.click(), /Заключение подписано/);
  await expect(status(teacher)).toHaveText('Подписано итоговое заключение аттестуемым');

  await openCase(coordinator);
  await expect(status(coordinator)).toContainText('Подписано итоговое заключение аттестуемым');
  await expect(coordinator.getByRole('button', { name: 'Передать в центр аттестации' })).toHaveAttribute('aria-disabled', 'true');
  await coordinator.getByRole('button', { name: 'Проверить заключение' }).click();
  const dialog = coordinator.getByRole('dialog');
  await expect(dialog.getByText('не соответствует', { exact: true })).toBeVisible();
  await dialog.getByText('соответствует', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(status(coordinator)).toContainText('Соответствует заявленной категории');

  await expect(cardOf(coordinator, 'terms')).toContainText('Передача в Центр аттестации до 15 числа');

  await coordinator.goto('/coordinator/handover');
  await expect(coordinator.getByRole('main')).toContainText('до 15 числа каждого месяца');
  await expect(coordinator.getByRole('listitem').filter({ hasText: surname })).toContainText('соответствует');
  await coordinator.setViewportSize({ width: 360, height: 900 });
  expect(await coordinator.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await coordinator.setViewportSize({ width: 1280, height: 900 });
  const handOver = coordinator.getByRole('button', { name: /^Передать \d+ дел/ });
  await expectFreshWhenTold(coordinator, () => handOver.click(), /^Передано \d+ дел/);
  await expect(coordinator.getByText('Передавать пока нечего')).toBeVisible();
  await openCase(coordinator);
  await expect(status(coordinator)).toContainText('Передано в центр аттестации');
  await expect(coordinator.getByText('Итоговое заключение передано в центр аттестации').first()).toBeVisible();
});

test('[TM-50] [TM-51] [TM-60] the coordinator forms a withdrawal with a reason, forms it anew before its scan is attached, attaches it and sends it', async () => {
  await coordinator.goto('/coordinator/schedule?period=none');
  await coordinator
    .getByRole('link', { name: /^Вострикова/ })
    .first()
    .click();
  const card = cardOf(coordinator, 'withdrawal');
  const form = async (button: string, reason: string) => {
    await card.getByRole('button', { name: button, exact: true }).click();
    const dialog = coordinator.getByRole('dialog', { name: 'Заявление на отзыв' });
    await dialog.getByLabel('Причина отзыва заявления').fill(reason);
    await dialog.getByRole('button', { name: 'Сформировать заявление на отзыв', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(card).toContainText(reason);
  };
  await expect(card).toContainText('Подача заявления на отзыв недоступна, так как оно ещё не сформировано.');
  await form('Сформировать заявление на отзыв', 'увольнение');
  await expect(card).toContainText('Заявление на отзыв сформировано');
  await form('Сформировать заявление на отзыв заново', 'По состоянию здоровья.');
  await expect(card).not.toContainText('увольнение');

  // «Подписать, сканировать, прикрепить»: the paper is in the coordinator's own name.
  await card.getByRole('link', { name: 'Открыть для печати' }).click();
  const paper = coordinator.getByRole('article');
  await expect(paper).toContainText('Заявление об отзыве заявления о проведении аттестации');
  await expect(paper).toContainText('Ермолаева Татьяна Сергеевна');
  await expect(paper).toContainText('По состоянию здоровья.');
  await coordinator.getByRole('link', { name: 'К делу' }).click();
  await coordinator.waitForLoadState('networkidle');
  await card
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await scan('Отзыв.pdf'));
  const send = card.getByRole('button', { name: 'Отправить заявление на отзыв' });
  await expect(send).not.toHaveAttribute('aria-disabled', 'true');
  await expect(card.getByRole('button', { name: /Сформировать заявление на отзыв/ })).toHaveCount(0);
  await expectFreshWhenTold(coordinator, () => send.click(), /Заявление на отзыв отправлено/);
  await expect(card).toContainText('отправлено и ждёт регистрации');
  await expect(send).toHaveCount(0);
});

test('[TM-44] [TM-59] the list of withdrawals holds the new, those registered earlier and those declined', async () => {
  await coordinator.goto('/coordinator/withdrawals');
  const row = coordinator.getByRole('row').filter({ hasText: 'По состоянию здоровья.' });
  await expect(row).toContainText('Вострикова');
  await expect(row.getByRole('button', { name: 'Зарегистрировать отзыв' })).toBeVisible();
  await row.getByRole('button', { name: 'Отклонить отзыв' }).click();
  const dialog = coordinator.getByRole('dialog');
  await dialog.getByLabel('Причина').fill('Заявление подписано не вами');
  await dialog.getByRole('button', { name: 'Отклонить отзыв' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toHaveCount(0);
  await coordinator.getByRole('link', { name: 'Рассмотренные' }).click();
  await expect(row).toContainText('Отзыв отклонён');
  await expect(row).toContainText('Заявление подписано не вами');
  await expect(coordinator.getByRole('row').filter({ hasText: 'Отзыв зарегистрирован' }).first()).toBeVisible();
});

test('[TM-32] an application is declined for what the source names, and its applicant gets a letter by itself', async () => {
  const [id = ''] = general;
  const address = `${await teacherOf(id)}@demo.example`;
  await coordinator.goto(`/coordinator/applications/${id}`);
  await coordinator.getByRole('button', { name: 'Отклонить', exact: true }).click();
  const dialog = coordinator.getByRole('dialog');
  await expect(dialog.getByText('В заявлении есть неточности', { exact: true })).toBeVisible();
  await dialog.getByText('Нет личной подписи заявителя', { exact: true }).click();
  await dialog.getByLabel('Пояснение').fill('Подпишите последний лист.');
  const decline = dialog.getByRole('button', { name: 'Отклонить заявление', exact: true });
  await expectFreshWhenTold(coordinator, () => decline.click(), /Отклонено/);
  await expect(status(coordinator)).toHaveText('Отклонено');
  const letter = await letterTo(address, 'Заявление отклонено');
  expect(letter.text).toContain('Нет личной подписи заявителя');
  expect(letter.text).toContain('Подпишите последний лист.');
});

test('[TM-19] the coordinator sees the applications of his own municipality only', async ({ browser }) => {
  const operator = await person(browser, (page) => signIn(page, 'operator', 'tomsk'));
  await operator.goto('/operator/applications');
  const names = (page: Page) => page.locator('main a.who');
  const ofMunicipality = async (label: string) => {
    const before = operator.url();
    await operator.locator('select[name="municipality"]').selectOption({ label });
    await operator.waitForURL((url) => url.href !== before);
    await operator.waitForLoadState('networkidle');
    return (await names(operator).allTextContents()).toSorted();
  };
  const [own, foreign] = [await ofMunicipality('Ключевской округ'), await ofMunicipality('Приречный район')];
  expect(foreign.length).toBeGreaterThan(0);
  await coordinator.goto('/coordinator/applications');
  await expect(names(coordinator).first()).toBeVisible();
  expect((await names(coordinator).allTextContents()).toSorted()).toEqual(own);
  await operator.context().close();
});

test('[TM-23] the coordinator invites the two roles of the source and no other', async () => {
  await coordinator.goto('/coordinator');
  await coordinator.getByRole('navigation').getByRole('link', { name: 'Приглашение', exact: true }).first().click();
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Приглашение');
  const roles = cardOf(coordinator, 'new').getByRole('combobox', { name: 'Роль' }).locator('option');
  await expect(roles).toHaveText(['Координатор по аттестации в образовательной организации', 'Специалист по аттестации']);
});

test('the school coordinator is led to the applications of his teachers, and nothing is asked of him', async ({ browser }) => {
  const school = await person(browser, (page) => signIn(page, 'school-coordinator', 'tomsk'));
  await school.goto('/school');
  await expect(school).toHaveURL(/\/school\/applications$/);
  await expect(school.getByRole('heading', { level: 1 })).toHaveText('Аттестуемые');
  const asked = /подтвержд|подтверд|не сможет сдать|Ответ школы/i;
  await expect(school.getByRole('main')).not.toContainText(asked);
  // The menu leads here too, and a case tells its status and asks nothing.
  await school.getByRole('link', { name: 'Вострикова Людмила Аркадьевна' }).click();
  await expect(school.getByRole('heading', { level: 1 })).toHaveText('Вострикова Людмила Аркадьевна');
  await expect(school.locator('.title-line .chip')).toHaveText('Не выбран период');
  await expect(school.getByRole('main')).not.toContainText(asked);
  await expect(school.getByRole('main').locator('form, input')).toHaveCount(0);
  await school.getByRole('navigation').getByRole('link', { name: 'Заявления', exact: true }).first().click();
  await expect(school.getByRole('row').filter({ hasText: 'Вострикова' })).toBeVisible();
  await school.context().close();
});
