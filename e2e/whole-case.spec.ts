import type { Browser, Page } from '@playwright/test';
import { goodFiles, type MadeFile } from '../src/testing/files/make';
import { makeJpg } from '../src/testing/files/pictures';
import { clockDay, daysUntil, moveClock, resetClock, russianDay } from './clock';
import { expect, fillSignIn, newPerson, signIn, signInByGivenPassword, signInByPassword, test } from './fixtures';
import { look } from './look';
import { lettersTo, letterTo } from './mailbox';
import { takeFaults } from './watch';

/**
 * One case from nothing to the order, in real browsers of six people. Runs last: it moves the demo's clock.
 * The site behind APP_URL is two web servers and two workers over one database; every request goes to the next server.
 */
test.describe.configure({ mode: 'serial' });

const email = `zarechnaya-${Date.now().toString(36)}@mail.example`;
const password = 'сорок парт у окна';
const surname = 'Заречная';
const school = 'МБОУ «Верхнеключевская СОШ имени В. Н. Полякова»';

let teacher: Page;
let admin: Page;
let secretary: Page;
let number = '';
let applicationId = '';
let login = '';
/** Screens that only an open case has, looked at on the way; the last test tells. */
const onTheWay: string[] = [];

const open = async (browser: Browser, ...who: Parameters<typeof signIn>[1][]) => {
  const pages: Page[] = [];
  for (const one of who) {
    const page = await newPerson(browser);
    await signIn(page, one);
    pages.push(page);
  }
  return pages;
};

test.beforeAll(async ({ browser }) => {
  teacher = await newPerson(browser);
  [admin, secretary] = (await open(browser, 'admin', 'secretary')) as [Page, Page];
  await resetClock(admin);
});

test.afterAll(async () => {
  for (const fault of onTheWay) console.log(`    ${fault}`);
  await resetClock(admin);
  for (const page of [teacher, admin, secretary]) await page.context().close();
});

test.afterEach(() => {
  expect.soft(takeFaults(), 'console errors, answers 5xx, refusals of the content policy').toEqual([]);
});

test('[SM-03] [SM-04] [SM-05] [SM-06] [SM-07] access is asked for by e-mail; letter 1 brings login, password and the link', async () => {
  await teacher.goto('/?region=samara');
  await teacher
    .getByRole('link', { name: 'Подача заявления с электронным портфолио' })
    .or(teacher.locator('main a[href="/access"]'))
    .first()
    .click();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Подать заявление с электронным портфолио');
  await teacher.getByLabel('Личная почта').fill(email);
  await teacher.getByRole('button', { name: 'Отправить' }).click();
  await look(teacher, onTheWay);
  await expect(teacher.getByRole('heading', { name: 'Проверьте почту' })).toBeVisible();
  await expect(teacher.getByText('в течение 3 дней')).toBeVisible();

  const letter = await letterTo(email, 'Учетные данные для подачи заявления на аттестацию');
  expect(letter.text).toContain('в течение 3 дней');
  expect(letter.text).toContain('Если вы не запрашивали доступ, ничего делать не нужно');
  const said = (pattern: RegExp) => pattern.exec(letter.text)?.[1]?.trim() ?? '';
  login = said(/Логин: (.+)/);
  const link = new URL(said(/Вход: (\S+)/));
  await teacher.goto(link.pathname + link.search);
  if (new URL(teacher.url()).pathname !== '/sign-in') await teacher.goto('/sign-in');
  await fillSignIn(teacher, login, said(/Пароль: (.+)/));
  await expect(teacher.getByRole('heading', { name: 'Придумайте свой пароль' })).toBeVisible();
  await look(teacher, onTheWay);
  await teacher.getByLabel('Новый пароль').fill(password);
  await teacher.getByRole('button', { name: 'Сохранить пароль' }).click();
  await teacher.waitForURL('**/teacher');
});

test('[SM-08] [SM-38] the start page says what to do, by when; the login works again', async ({ browser }) => {
  await expect(teacher.getByRole('heading', { name: 'Подайте заявление на аттестацию' })).toBeVisible();
  await expect(teacher.getByText('Подать до')).toBeVisible();
  const again = await newPerson(browser);
  await signInByPassword(again, login, password);
  await expect(again).toHaveURL(/\/teacher$/);
  await again.context().close();
});

test('[SM-02] [SM-09] [SM-13] [SM-14] [SM-15] [SM-16] the form: a cascade of places, what is required, the scan for the highest category', async () => {
  await teacher.getByRole('button', { name: 'Подать заявление' }).click();
  await teacher.waitForURL(/\/applications\/[^/]+\/form$/);
  applicationId = /applications\/([^/]+)/.exec(teacher.url())?.[1] ?? '';
  const go = () => teacher.getByRole('button', { name: 'Сохранить и продолжить' }).click();
  await look(teacher, onTheWay);
  await teacher.getByRole('link', { name: 'О вас' }).click();

  await expect(teacher.getByRole('heading', { name: 'О вас' })).toBeVisible();
  await go();
  await expect(teacher.getByRole('alert').getByText('Заполните поле «Фамилия»')).toBeVisible();
  await look(teacher, onTheWay);
  await teacher.getByLabel('Фамилия').fill(surname);
  await teacher.getByLabel('Имя').fill('Нина');
  await teacher.getByLabel('Отчество').fill('Михайловна');
  await teacher.getByLabel('Адрес электронной почты').fill(email);
  await teacher.getByLabel('Образование').fill('Высшее, педагогический институт, 2008');
  await teacher.getByLabel('Педагогический стаж').fill('16');
  await go();

  await expect(teacher.getByRole('heading', { name: 'Место работы' })).toBeVisible();
  const place = teacher.getByRole('combobox', { name: 'Место работы' });
  await expect(place).toBeDisabled();
  await teacher.getByRole('combobox', { name: 'Муниципалитет' }).selectOption({ label: 'Ключевской округ' });
  await expect(place).toBeEnabled();
  await place.selectOption({ label: school });
  await teacher.getByRole('combobox', { name: 'Должность' }).selectOption({ label: 'Учитель' });
  await look(teacher, onTheWay);
  await teacher.getByLabel('Предмет').fill('Математика');
  await go();

  await expect(teacher.getByRole('heading', { name: 'Категория', exact: true })).toBeVisible();
  const choose = (group: string, option: string) => teacher.getByRole('group', { name: group }).getByText(option, { exact: true }).click();
  await choose('Желаемая категория', 'Высшая');
  await expect(teacher.getByText('Срок действия квалификационной категории')).toHaveCount(0);
  await choose('Имеющаяся категория', 'Первая');
  await look(teacher, onTheWay);
  await teacher.getByLabel('Бессрочно').check();
  await teacher
    .locator('#held_category_document input[type="file"]')
    .first()
    .setInputFiles({ name: 'Выписка из приказа.jpeg', mimeType: 'image/jpeg', buffer: makeJpg() });
  await expect(teacher.locator('#held_category_document').getByText('Проверен')).toBeVisible();
  await go();

  await expect(teacher.getByRole('heading', { name: 'Согласие', exact: true })).toBeVisible();
  await look(teacher, onTheWay);
  await teacher.getByLabel('Согласие на обработку персональных данных').check();
  await go();
});

test('[SM-10] [SM-17] [SM-18] [SM-25] sent: the page with the number, letter 2 by name with the day of the meeting, status НОВОЕ', async () => {
  await expect(teacher.getByRole('heading', { name: 'Проверьте ответы и подайте заявление' })).toBeVisible();
  await expect(teacher.getByText('Выписка из приказа.jpeg')).toBeVisible();
  await look(teacher, onTheWay);
  await teacher.getByRole('button', { name: 'Подать заявление' }).click();
  await expect(teacher.getByRole('heading', { name: 'Заявление принято' })).toBeVisible();
  number = (await teacher.getByRole('status').filter({ hasText: 'Номер заявления' }).textContent())?.match(/[\w-]*\d{5}/)?.[0] ?? '';
  expect(number).not.toBe('');
  await expect(teacher.getByText(`в школу: ${school}`)).toBeVisible();

  const letter = await letterTo(email, `Заявление № ${number} зарегистрировано`);
  expect(letter.text).toMatch(/^Нина Михайловна! Ваше заявление зарегистрировано/);
  expect(letter.text).toMatch(/заседании аттестационной комиссии \d{2}\.\d{2}\.\d{4}/);
  expect(letter.text).toContain('не позднее 3 рабочих дней после заседания');
  expect((await lettersTo('demo-school-samara@demo.example')).filter((sent) => sent.text.includes(number))).toHaveLength(1);
  await look(teacher, onTheWay);
  await teacher.getByRole('link', { name: 'В личный кабинет' }).click();
  await expect(teacher.getByText('НОВОЕ').first()).toBeVisible();
});

test('[SM-17] the browser’s back button and a second press send nothing twice', async () => {
  await teacher.goto(`/teacher/applications/${applicationId}/submitted`);
  await teacher.goto(`/teacher/applications/${applicationId}/form/check`);
  await expect(teacher).toHaveURL(new RegExp(`/teacher/applications/${applicationId}$`));
  await teacher.goBack();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Заявление принято');
  await expect(teacher.getByRole('button', { name: 'Подать заявление', exact: true })).toHaveCount(0);
  expect((await lettersTo(email)).filter((letter) => letter.subject.includes('зарегистрировано'))).toHaveLength(1);
});

test('[SM-24] [SM-26] the start page names everything the case is about and opens the portfolio', async () => {
  await teacher.goto('/teacher');
  for (const term of [
    'Заявитель',
    'Дата подачи заявления',
    'Муниципалитет',
    'Место работы',
    'Должность',
    'Желаемая категория',
    'Статус заявления',
    'Подтверждение работодателя',
  ])
    await expect(teacher.getByText(term, { exact: true }).first()).toBeVisible();
  await expect(teacher.getByText(school).first()).toBeVisible();
  await expect(teacher.getByText('Ожидает подтверждения').first()).toBeVisible();
  await teacher.getByRole('link', { name: 'Создать портфолио' }).first().click();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Портфолио учителя');
});

const indicator = (id: string) => teacher.locator(`#i-${id}`);
const attach = (id: string, ...files: MadeFile[]) =>
  indicator(id)
    .locator('input[type="file"][multiple]')
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: bytes })));
const row = (id: string, name: string) => indicator(id).locator('.file').filter({ hasText: name });
const sendButton = () => teacher.getByRole('button', { name: 'Портфолио полностью готово, сдать на проверку' });

test('[SM-27] [SM-28] [SM-29] [SM-32] the portfolio of a teacher: official sections, indicators, the instruction', async () => {
  await expect(teacher.locator('section[id^="s"] h2')).toHaveCount(4);
  await expect(teacher.locator('section[id^="s"] h2').first()).toHaveText(
    'Создание условий для получения стабильных положительных результатов освоения обучающимися образовательных программ',
  );
  await expect(indicator('gradebook_report')).toContainText('скриншот страниц АСУ РСО');
  await expect(indicator('results_comment')).toContainText('по желанию');
  await expect(teacher.getByRole('link', { name: 'Какой файл подойдёт' })).toBeVisible();
  await expect(teacher.getByRole('link', { name: 'Инструкция' }).first()).toBeVisible();
});

test('[SM-33] [SM-34] [SM-40] [SM-45] real files of all ten types, several at once, each saved and checked at once', async () => {
  const files = await goodFiles();
  const rest = ['gradebook_report', 'uud_results', 'uud_specification', 'ege_results', 'olympiads', 'technologies', 'method_group'];
  await attach('attainment_table', ...files.slice(0, 3));
  for (const [k, id] of rest.entries()) await attach(id, files[k + 3] as MadeFile);
  for (const { name } of files.slice(0, 3))
    await expect(row('attainment_table', name).getByText('Проверен')).toBeVisible({ timeout: 30_000 });
  for (const [k, id] of rest.entries())
    await expect(row(id, files[k + 3]?.name ?? '').getByText('Проверен')).toBeVisible({ timeout: 30_000 });
  // Beside these files the form wants values.
  for (const [id, label, value] of [
    ['attainment_table', 'Успеваемость, %', '99'],
    ['attainment_table', 'Качество знаний, %', '68'],
    ['ege_results', 'Средний балл', '71'],
    ['olympiads', 'Участников', '24'],
    ['olympiads', 'Победителей и призёров', '6'],
  ] as const) {
    await indicator(id).getByLabel(label).fill(value);
    await indicator(id).getByLabel(label).blur();
  }
  await expect(teacher.getByText('Всё сохранено').first()).toBeVisible({ timeout: 20_000 });
  await teacher.reload();
  for (const { name } of files) await expect(teacher.locator('.file').filter({ hasText: name })).toHaveCount(1);
});

test('a file that is not what its name says is refused where it was added, with what to do', async () => {
  await attach('talks', { name: 'Диплом.pdf', bytes: Buffer.from('MZ\u0090 это программа, а не документ'.repeat(40)) });
  const refused = row('talks', 'Диплом.pdf');
  await expect(refused).toHaveClass(/bad/, { timeout: 20_000 });
  await expect(refused.getByText('Проверен')).toHaveCount(0);
  await refused.getByRole('button', { name: 'Убрать файл: «Диплом.pdf»' }).click();
  await expect(refused).toHaveCount(0);
});

test('[SM-35] [SM-39] [SM-41] [SM-42] a file is opened under its own name, replaced, deleted and brought back', async () => {
  const opened = await teacher.request.get((await row('uud_results', '').first().getByRole('link').first().getAttribute('href')) ?? '');
  expect(opened.status()).toBe(200);
  expect(decodeURIComponent(opened.headers()['content-disposition'] ?? '')).toContain('Диплом победителя.pdf');

  const chooser = teacher.waitForEvent('filechooser');
  await row('attainment_table', 'План урока.docx').getByRole('button', { name: 'Заменить файл: «План урока.docx»' }).click();
  const [, , , , pdf] = await goodFiles();
  await (await chooser).setFiles({ name: 'Успеваемость.pdf', mimeType: 'application/pdf', buffer: (pdf as MadeFile).bytes });
  await expect(row('attainment_table', 'Успеваемость.pdf').getByText('Проверен')).toBeVisible({ timeout: 20_000 });
  await expect(row('attainment_table', 'План урока.docx')).toHaveCount(0);

  await row('attainment_table', 'Характеристика.doc').getByRole('button', { name: 'Удалить файл: «Характеристика.doc»' }).click();
  await expect(row('attainment_table', 'Характеристика.doc')).toHaveCount(0);
  await teacher.getByText('Файл «Характеристика.doc» удалён').locator('..').getByRole('button', { name: 'Отменить' }).click();
  await expect(row('attainment_table', 'Характеристика.doc').getByText('Проверен')).toBeVisible();
});

test('[SM-11] [SM-22] [SM-23] sending is closed until the school has confirmed and the commission has admitted', async () => {
  const gate = teacher.locator('#gate');
  await expect(gate.getByText('Работодатель подтвердит: статус «педагогический работник»')).toBeVisible();
  await expect(gate.getByText('Комиссия рассмотрит заявление')).toBeVisible();
  await expect(gate.getByText('Всё обязательное заполнено')).toBeVisible();
  await expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
});

test('[SM-36] the start page shows the portfolio’s day and status, and leads back into it', async () => {
  await teacher.goto('/teacher');
  await expect(teacher.getByText('Дата создания').first()).toBeVisible();
  await expect(teacher.getByText('Заполняется').first()).toBeVisible();
  await expect(teacher.getByRole('link', { name: 'Редактировать' })).toBeVisible();
});

test('[SM-10] [SM-11] the school checks every statement and confirms', async ({ browser }) => {
  const [head] = (await open(browser, 'school')) as [Page];
  await head.locator(`a[href*="${applicationId}"]`).first().click();
  await expect(head.getByRole('heading', { level: 1 })).toContainText(surname);
  await expect(head.getByRole('button', { name: 'Подтвердить', exact: true })).toHaveAttribute('aria-disabled', 'true');
  for (const yes of await head.locator('label.yes').all()) await yes.click();
  await head.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(head.getByText(/Подтверждено: статус «педагогический работник»/).first()).toBeVisible();
  await head.context().close();
});

test('[SM-20] [SM-25] [SM-52] the meeting is held, the application admitted; letters 2 and 3 call the teacher by name and patronymic, letter 3 names the term; status В РАБОТЕ', async () => {
  const day = /аттестационной комиссии (\d{2}\.\d{2}\.\d{4})/.exec((await letterTo(email, /зарегистрировано/)).text)?.[1] ?? '';
  await moveClock(admin, daysUntil(day));
  await secretary.goto('/commission/meetings');
  await secretary
    .locator('main a[href*="/commission/meetings/"]')
    .filter({ hasText: new RegExp(`(^|\\D)${Number(day.slice(0, 2))}\\s`) })
    .first()
    .click();
  await expect(secretary.getByRole('heading', { level: 1 })).toContainText('Заседание');
  await secretary.getByRole('button', { name: 'Отметить, что состоялось' }).click();
  await secretary.getByLabel('Членов в комиссии').fill('9');
  await secretary.getByLabel('Присутствуют').fill('8');
  await expect(secretary.getByText('Кворум есть.')).toBeVisible();
  await secretary.getByRole('button', { name: 'Заседание состоялось' }).click();
  const mine = secretary.getByRole('row').filter({ hasText: number });
  await mine.getByRole('button', { name: 'Допустить' }).click();
  await secretary.getByRole('button', { name: 'Допустить заявление' }).click();
  await expect(mine.getByText('Допущено')).toBeVisible();

  const letter = await letterTo(email, 'Заявление рассмотрено положительно');
  expect(letter.text).toMatch(/^Нина Михайловна! Ваше заявление № \S+ рассмотрено положительно/);
  expect((await letterTo(email, /зарегистрировано/)).text).toMatch(/^Нина Михайловна!/);
  expect(letter.text).toMatch(/отправить на проверку экспертам до \d{2}\.\d{2}\.\d{4}/);
  await teacher.goto('/teacher');
  await expect(teacher.getByText('В РАБОТЕ').first()).toBeVisible();
});

test('[SM-22] [SM-43] [SM-46] [SM-47] [SM-48] both gates open: sent, locked, СДАНО НА ПРОВЕРКУ with day and time', async () => {
  await teacher.goto(`/teacher/portfolio/${applicationId}`);
  await expect(sendButton()).not.toHaveAttribute('aria-disabled', 'true');
  await sendButton().click();
  await teacher.getByRole('dialog').getByRole('button', { name: 'Сдать на проверку' }).click();
  await expect(teacher.getByText('СДАНО НА ПРОВЕРКУ').first()).toBeVisible();
  await expect(teacher.locator('main')).toContainText(/сдано на проверку\s*\d+\s\S+, \d{1,2}:\d{2}/i);
  await look(teacher, onTheWay);
  await expect(teacher.locator('input[type="file"]')).toHaveCount(0);
});

const experts: Page[] = [];

test('an expert of the teacher’s own school is shown closed with the reason; two others are appointed', async ({ browser }) => {
  const [operator] = (await open(browser, 'operator')) as [Page];
  await operator.goto(`/operator/applications/${applicationId}`);
  await operator.getByRole('button', { name: 'Назначить эксперта' }).first().click();
  const people = operator.getByRole('dialog').getByRole('listitem');
  const own = people.filter({ hasText: 'Сорокина Вера Ильинична' });
  await expect(own.getByText('Нельзя')).toBeVisible();
  await expect(own.getByRole('button')).toHaveCount(0);
  // The dialog stays open until the panel is full.
  const names = ['Дружинин Константин Борисович', 'Рукавишникова Елена Юрьевна'];
  for (const name of names) await people.filter({ hasText: name }).getByRole('button', { name: 'Назначить' }).click();
  await expect(operator.getByText(`${names.join(', ')}: назначения отправлены письмами`)).toBeVisible();
  await operator.context().close();
  await teacher.goto(`/teacher/portfolio/${applicationId}`);
  await expect(teacher.getByText('ПРОВЕРЯЕТСЯ').first()).toBeVisible();
});

test('the expert reads the evidence beside the grid: a PDF in its frame, a picture, a document that is saved, all from the origin of files', async ({
  browser,
}) => {
  const [page] = (await open(browser, 'expert')) as [Page];
  await page.goto(await reviewLink('demo-expert-samara@demo.example'));
  const files = new URL(process.env.FILES_URL ?? '').origin;

  await chooseEvidence(page, 'Диплом победителя.pdf');
  const frame = page.locator('iframe[title="Диплом победителя.pdf"]');
  await expect(frame).toHaveAttribute('src', new RegExp(`^${files}/[\\w-]+#`));
  const address = (await frame.getAttribute('src')) ?? '';
  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
  expect(answer.headers()['content-security-policy']).toContain("sandbox; default-src 'none'");
  // The browser's own viewer is there, and nothing was refused: it has a bar of tools over the page.
  await expect.poll(() => page.frames().some((one) => one.url().startsWith('chrome-extension://'))).toBe(true);

  const picture = page.getByRole('img', { name: 'Благодарность.jpg' });
  await chooseEvidence(page, 'Благодарность.jpg');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(new URL((await picture.getAttribute('src')) ?? '').origin).toBe(files);

  await chooseEvidence(page, 'Характеристика.doc');
  await expect(page.getByText('Такой файл браузер не показывает.')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Скачать' }).click();
  expect((await saved).suggestedFilename()).toBe('Характеристика.doc');
  await page.context().close();
});

test('the first expert scores by the keyboard; two tabs on one cell lose nothing', async ({ browser }) => {
  const [first] = (await open(browser, 'expert')) as [Page];
  experts.push(first);
  await first.goto(await reviewLink('demo-expert-samara@demo.example'));
  await expect(first.getByRole('heading', { level: 1 })).toContainText(surname);

  const second = await first.context().newPage();
  await second.goto(first.url());
  const cellOf = (page: Page) => page.locator('[data-score]').first();
  await cellOf(second).getByRole('radio', { name: '3', exact: true }).waitFor({ state: 'attached' });
  await cellOf(first).getByRole('radio').first().focus();
  await first.keyboard.press('9');
  await expect(cellOf(first).getByText('От 0 до 5')).toBeVisible();
  await first.keyboard.press('5');
  await expect(cellOf(first).getByText('Сохранено')).toBeAttached();
  await cellOf(second).getByRole('radio').first().focus();
  await second.keyboard.press('3');
  await expect(second.getByText('Оценка поставлена в двух местах.')).toBeVisible();
  await second.getByRole('button', { name: 'Взять 5' }).click();
  await expect(cellOf(second).getByRole('radio', { name: '5', exact: true })).toBeChecked();
  await second.close();

  await scoreAll(first, 5, 5);
  await first.getByLabel('Рекомендации аттестуемому').fill('Опишите, что изменилось в работе за межаттестационный период.');
  await finish(first);
});

test('the second expert does not see the scores of the first until her own sheet is final', async ({ browser }) => {
  const page = await newPerson(browser);
  experts.push(page);
  await signInByGivenPassword(page, 'expert-1-samara');
  await page.goto(await reviewLink('expert-1-samara@demo.example'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(surname);
  await expect(page.getByText('Другие эксперты')).toHaveCount(0);
  await scoreAll(page, 5, 4);
  await finish(page);
});

test('[SM-25] [SM-48] both sheets are final: ПРОВЕРКА ОКОНЧЕНА, ОБРАБОТКА ЗАКОНЧЕНА', async () => {
  await teacher.goto('/teacher');
  await expect(teacher.getByText('ОБРАБОТКА ЗАКОНЧЕНА').first()).toBeVisible();
  await expect(teacher.getByText('ПРОВЕРКА ОКОНЧЕНА').first()).toBeVisible();
});

test('the final meeting: on the agenda, the vote, the order; the teacher reads the result and the letter', async () => {
  await secretary.goto('/commission/meetings');
  await secretary.getByRole('button', { name: 'Назначить заседание' }).click();
  const dialog = secretary.getByRole('dialog').filter({ visible: true });
  await dialog.getByText('Решение о категории').click();
  const today = await clockDay(admin);
  await dialog.getByLabel('День заседания').fill(today);
  await dialog.getByRole('button', { name: 'Назначить заседание' }).click();
  await expect(dialog).toBeHidden();
  await secretary.goto(`/commission/applications/${applicationId}`);
  await expect(secretary.getByText(/Порог достигнут/).first()).toBeVisible();
  await secretary.getByRole('button', { name: 'Включить в повестку' }).click();
  await secretary.getByRole('dialog').filter({ visible: true }).getByText(russianDay(today)).click();
  await secretary.getByRole('dialog').filter({ visible: true }).getByRole('button', { name: 'Включить в повестку' }).click();
  await expect(secretary.getByText(`В повестке: ${surname}`)).toBeVisible();

  await secretary.getByRole('link', { name: 'К заседанию' }).first().click();
  await expect(secretary.getByRole('heading', { level: 1 })).toContainText('Заседание');
  await secretary.getByRole('button', { name: 'Отметить, что состоялось' }).click();
  await secretary.getByLabel('Членов в комиссии').fill('9');
  await secretary.getByLabel('Присутствуют').fill('8');
  await secretary.getByRole('button', { name: 'Заседание состоялось' }).click();
  const mine = secretary.getByRole('row').filter({ hasText: number });
  await mine.getByRole('button', { name: /Записать голос/ }).click();
  const vote = secretary.getByRole('dialog').filter({ visible: true });
  await vote.getByRole('button', { name: /Единогласно/ }).click();
  await expect(vote.getByText('Решение: установить категорию.')).toBeVisible();
  await vote.getByRole('button', { name: 'Записать решение' }).click();
  await secretary.getByRole('link', { name: 'Внести приказ' }).click();
  await secretary.getByRole('button', { name: 'Внести номер и дату' }).click();
  const order = secretary.getByRole('dialog').filter({ visible: true });
  await order.getByLabel('Номер приказа').fill('512-р');
  await order.getByLabel('Дата приказа').fill(today);
  await order.getByRole('button', { name: /Внести для/ }).click();
  await expect(secretary.getByText('Приказ внесён').first()).toBeVisible();

  const letter = await letterTo(email, /Решение аттестационной комиссии/);
  expect(letter.text).toContain('512-р');
  await teacher.goto('/teacher');
  await expect(teacher.getByText('Категория установлена').first()).toBeVisible();
  await expect(teacher.getByText(/512-р/).first()).toBeVisible();
});

test('the timeline tells the whole case; every letter came once', async () => {
  await teacher.goto(`/teacher/applications/${applicationId}`);
  for (const line of [
    'Заявление подано',
    'Работодатель подтвердил сведения',
    'Заявление рассмотрено положительно',
    'Сдано на проверку: электронное портфолио',
    'Проверка окончена',
    'Категория установлена',
  ])
    await expect(teacher.getByText(line).first()).toBeVisible();
  const letters = await lettersTo(email);
  expect(new Set(letters.map((letter) => letter.messageId)).size).toBe(letters.length);
  expect(new Set(letters.map((letter) => letter.subject)).size, letters.map((letter) => letter.subject).join('; ')).toBe(letters.length);
  for (const page of experts) await page.context().close();
  expect(onTheWay).toEqual([]);
});

/** Goes down the grid to the criterion whose evidence holds a file, and chooses it. */
async function chooseEvidence(page: Page, name: string): Promise<void> {
  const file = page.getByRole('button', { name, exact: true });
  const cells = page.locator('[data-score]');
  for (let k = 0; k < (await cells.count()) && !(await file.isVisible()); k += 1) await cells.nth(k).getByRole('radio').first().focus();
  await file.click();
}

/** Where the letter of the appointment leads. */
async function reviewLink(address: string): Promise<string> {
  const { text } = await letterTo(address, 'Портфолио на проверку', surname);
  return new URL(/Ссылка: (\S+)/.exec(text)?.[1] ?? '').pathname;
}

/** Goes from cell to cell by the arrow key and gives each the score by its digit. */
async function scoreAll(page: Page, ...scores: [even: number, odd: number]): Promise<void> {
  const cells = page.locator('[data-score]');
  const count = await cells.count();
  await cells.first().getByRole('radio').first().focus();
  for (let k = 0; k < count; k += 1) {
    await page.keyboard.press(String(scores[k % 2]));
    await page.keyboard.press('ArrowDown');
  }
  await expect(page.getByText('Все критерии оценены.')).toBeVisible({ timeout: 20_000 });
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Завершить оценку' }).first().click();
  await page.getByRole('dialog').filter({ visible: true }).getByRole('button', { name: 'Завершить оценку' }).click();
  await expect(page.getByText(/Оценка завершена/).first()).toBeVisible({ timeout: 20_000 });
}
