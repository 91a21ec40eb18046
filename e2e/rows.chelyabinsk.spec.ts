import type { Page } from '@playwright/test';
import { newPerson, OWN_PASSWORD, expect as seen, signIn, signInByGivenPassword, signInByPassword, test } from './fixtures';
import { letterTo } from './mailbox';
import { takeFaults } from './watch';

/** Chelyabinsk by clicks: the card of one employee from its first field to the application that goes along with it. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 60_000 });

let hr: Page;
let deputy: Page;
let teacher: Page;
let card = '';
/** The address of the teacher's form. */
let form = '';
const email = `zaitseva-${Date.now().toString(36)}@mail.example`;
const surname = `Зайцева-${['Ключевская', 'Полевая', 'Озёрная', 'Луговая'][Date.now() % 4]}`;

const SECTIONS = [
  'Данные работника',
  'Отметка о смене ФИО',
  'Сведения о занимаемой должности',
  'Сведения об образовании',
  'Успехи в профессиональной деятельности',
  'Повышение квалификации/переподготовка',
  'Аттестация',
  'Тарификации',
  'Профессиональная деятельность',
];
const ACTIVITY = '9\\. Профессиональная деятельность';
/** What the deputy head may leave empty. */
const FREE_FIELDS = [
  'Достижения учащихся',
  'Создание здоровьесберегающих условий',
  'Участие в работе методических объединений',
  'Публикации',
  'Выступления',
  'Инновационная деятельность',
  'Экспертная деятельность',
  'Участие в профессиональных конкурсах',
  'Консультативно-методическая деятельность',
];

/** A SNILS that nobody of an earlier run has, with its checksum. */
function freshSnils(): string {
  const digits = `9${String(Date.now() % 100_000_000).padStart(8, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return digits + String((sum % 101) % 100).padStart(2, '0');
}
const snils = freshSnils();

const section = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(name) });
/** Does what saves itself, and waits until the server has taken it. */
const saving = async (page: Page, act: () => Promise<void>) => {
  const taken = page.waitForResponse(
    (response) => response.request().method() === 'POST' && (response.request().postData() ?? '').includes('"input"'),
  );
  await act();
  expect((await taken).status()).toBe(200);
  await page.waitForLoadState('networkidle');
};
/** Fills a field and leaves it. */
const write = (page: Page, place: string, label: string, value: string) =>
  saving(page, async () => {
    const field = section(page, place).getByLabel(label, { exact: false }).first();
    await field.fill(value);
    await field.blur();
  });
/** Presses a button and the one of the same act in the dialog that asks. */
const doAct = async (page: Page, name: string, confirm = name) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};
const openForm = async (step: string) => {
  await teacher.goto(`${form}/${step}`);
  await teacher.waitForLoadState('networkidle');
};
const openCard = async (page: Page) => {
  await page.goto(`/school/employees/${card}`);
  // What is typed before the page listens would be lost.
  await page.waitForLoadState('networkidle');
};

test.beforeAll(async ({ browser }) => {
  [hr, deputy, teacher] = [await newPerson(browser), await newPerson(browser), await newPerson(browser)];
  for (const page of [hr, deputy, teacher]) page.setDefaultTimeout(60_000);
  await signIn(hr, 'hr', 'chelyabinsk');
  await signInByGivenPassword(deputy, 'demo-deputy-chelyabinsk');
});
test.afterAll(async () => {
  for (const page of [hr, deputy, teacher]) await page.context().close();
});
test.afterEach(() => {
  expect.soft(takeFaults(), 'console errors, answers 5xx, refusals of the content policy').toEqual([]);
});

test('[CH-07] [CH-26] [CH-06] the officer enters the employee and the next one; the teacher opens the account by the code on paper and comes to the main page', async () => {
  await hr.goto('/school/employees/new');
  await hr.waitForLoadState('networkidle');
  await hr.getByLabel('СНИЛС').fill(snils);
  await hr.getByLabel('Фамилия').fill(surname);
  await hr.getByLabel('Имя').fill('Полина');
  await hr.getByLabel('Отчество').fill('Ильинична');
  await hr.getByText('Женский').click();
  await hr.getByLabel('Должность').selectOption({ label: 'Учитель' });
  await hr.getByRole('button', { name: 'Сохранить и добавить другой объект' }).click();
  const code = ((await hr.locator('dd.font-mono').textContent()) ?? '').trim();
  expect(code).not.toBe('');
  // Saved, and a new empty card is open at once.
  await expect(hr.getByText(`Работник внесён: ${surname} Полина Ильинична`)).toBeVisible();
  await expect(hr.getByRole('heading', { level: 1 })).toHaveText(/^Новая карточка работника/i);
  for (const field of ['СНИЛС', 'Фамилия', 'Имя']) await expect(hr.getByLabel(field)).toHaveValue('');
  await hr.goto('/school/employees?waiting=1');
  await hr
    .getByRole('link', { name: new RegExp(surname) })
    .first()
    .click();
  await hr.waitForURL(/\/school\/employees\/[0-9a-f-]{36}$/);
  card = /employees\/([0-9a-f-]{36})/.exec(hr.url())?.[1] ?? '';

  await teacher.goto('/activate?region=chelyabinsk');
  await teacher.waitForLoadState('networkidle');
  await teacher.getByLabel('СНИЛС').fill(snils);
  await teacher.getByLabel('код', { exact: false }).first().fill(code);
  await teacher.getByLabel('Пароль', { exact: true }).or(teacher.getByLabel('Новый пароль')).first().fill(OWN_PASSWORD);
  await teacher.getByLabel(/почта/i).fill(email);
  await teacher.getByRole('button', { name: 'Открыть кабинет' }).click();
  await expect(teacher.getByRole('link', { name: /вой/i }).first()).toBeVisible();
  const { text } = await letterTo(email, 'Подтвердите адрес электронной почты');
  await teacher.goto(/\S+\/register\/confirm\?token=[\w-]+/.exec(text)?.[0] ?? 'about:blank');
  await teacher.getByRole('button', { name: 'Подтвердить' }).click();
  await expect(teacher.getByRole('heading', { name: 'Почта подтверждена' })).toBeVisible();
  await signInByPassword(teacher, snils, OWN_PASSWORD);
  await expect(teacher).toHaveURL(/\/teacher$/);
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Ваша аттестация');
});

test('[CH-05] [CH-11] [CH-12] [CH-15] the teacher can do two things: read the card of nine sections, with nothing to type in it, and apply', async () => {
  await teacher.goto('/teacher');
  await expect(teacher.getByRole('main').getByRole('button')).toHaveText(['Подать заявление']);
  await teacher.getByRole('navigation').getByRole('link', { name: 'Карточка работника' }).click();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Карточка работника');
  const main = teacher.getByRole('main');
  for (const [k, name] of SECTIONS.entries()) await expect(main.getByRole('heading', { name: `${k + 1}. ${name}` })).toBeVisible();
  await expect(main.getByRole('heading', { name: /^\d+\. / })).toHaveCount(SECTIONS.length);
  await expect(main.locator('input, textarea, select, button')).toHaveCount(0);
  await expect(main.getByText(/Исправить их может кадровый работник вашей организации/)).toBeVisible();
});

test('[CH-09] the profile asks for the full name, the e-mail and the sex, and is saved by a button', async () => {
  await teacher.goto('/account');
  await teacher.waitForLoadState('networkidle');
  await expect(teacher.getByLabel('Фамилия')).toHaveValue(surname);
  await expect(teacher.getByLabel('Имя')).toHaveValue('Полина');
  await expect(teacher.getByLabel('Почта')).toHaveValue(email);
  await expect(teacher.getByRole('group', { name: 'Пол' }).getByLabel('Женский')).toBeChecked();
  await teacher.getByLabel('Отчество').fill('Ильинична');
  await teacher.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(teacher.getByText('Данные сохранены.')).toBeVisible();
});

test('[CH-25] the officer fills in his sections, the tariff too, and is told what the deputy head still owes', async () => {
  await openCard(hr);
  await write(hr, '1\\. Данные работника', 'Телефон', '+7 900 000-00-00');
  await write(hr, '3\\. Сведения о занимаемой должности', 'Дата назначения', '2015-09-01');
  await write(hr, '4\\. Сведения об образовании', 'Учебное заведение', 'ЧГПУ');
  const addRow = (place: string) =>
    section(hr, place)
      .first()
      .getByRole('button', { name: /^Добавить строку/ })
      .click();
  await addRow('6\\. Повышение квалификации');
  await write(hr, '6\\. Повышение квалификации', 'Название программы', 'Оценивание на уроке');
  await addRow('8\\. Тарификации');
  await write(hr, '8\\. Тарификации', 'Учебный год', '2026/27');
  await write(hr, '8\\. Тарификации', 'Нагрузка, часов', '24');
  await openCard(hr);
  await expect(section(hr, '8\\. Тарификации').getByLabel('Нагрузка, часов').first()).toHaveValue('24');
  const missing = hr.locator('#missing li');
  await expect(missing.filter({ hasText: '«Профессиональная деятельность»' }).first()).toContainText(
    'его заполняет Заместитель директора ОО',
  );
  for (const place of ['Данные работника', 'Сведения об образовании', 'Повышение квалификации'])
    await expect(missing.filter({ hasText: place })).toHaveCount(0);
});

test('[CH-43] [CH-34] the deputy head’s object has the fields of the source, marks the required ones, and is not passed over while one of them is empty', async () => {
  await openCard(deputy);
  const own = section(deputy, ACTIVITY).first();
  for (const field of ['Результаты освоения', 'Использование технологий', 'Использование ЦОР', 'Организационно-методическая работа'])
    await expect(own.getByRole('heading', { name: new RegExp(`^${field} обязательно$`) })).toBeVisible();
  for (const field of FREE_FIELDS) await expect(own.getByRole('heading', { name: field, exact: true })).toBeVisible();
  for (const choice of ['Авторские', 'Дистанционные', 'Коррекционные', 'Тьютор', 'Руководитель МО', 'Наставник', 'Классный руководитель'])
    await expect(own.getByLabel(choice, { exact: true })).toBeVisible();
  await expect(own.getByText('Выберите несколько вариантов')).toBeVisible();
  const check = deputy.getByRole('button', { name: 'Проверено', exact: true });
  await expect(check).toHaveAttribute('aria-disabled', 'true');
  for (const choice of ['Авторские', 'Образовательные платформы', 'Видеоуроки']) await saving(deputy, () => own.getByLabel(choice).check());
  await openCard(deputy);
  for (const choice of ['Авторские', 'Образовательные платформы', 'Видеоуроки']) await expect(own.getByLabel(choice)).toBeChecked();
  await expect(check).toHaveAttribute('aria-disabled', 'true');
  const gaps = deputy.locator('#own-gaps li');
  await expect(gaps.filter({ hasText: '«Результаты освоения»' })).toHaveCount(1);
  await expect(gaps.filter({ hasText: '«Организационно-методическая работа»' })).toHaveCount(1);
  await expect(gaps).toHaveCount(2);
});

test('[CH-41] [CH-28] [CH-33] [CH-21] the teacher cannot send while the deputy’s part is incomplete or the card unconfirmed, is told so, and whose move it is', async () => {
  await teacher.goto('/teacher');
  await teacher.getByRole('button', { name: 'Подать заявление' }).first().click();
  await teacher.waitForURL(/\/applications\/[^/]+\/form$/);
  form = teacher.url();
  await openForm('request');
  const category = teacher.getByRole('group', { name: 'Заявленная категория' });
  await expect(category.getByRole('radio')).toHaveCount(2);
  await expect(category.getByText('Высшая', { exact: true })).toBeVisible();
  await saving(teacher, () => category.getByText('Первая', { exact: true }).click());
  await saving(teacher, async () => {
    await teacher.getByLabel('Участие в заседании комиссии').selectOption({ label: 'без моего присутствия' });
  });
  await saving(teacher, () => teacher.getByLabel('Сведения в карточке проверены').check());
  await openForm('check');
  const missing = teacher.locator('#missing');
  const send = teacher.getByRole('button', { name: 'Подать заявление' });
  await expect(missing).toContainText('Заместитель директора ещё не заполнил свой раздел карточки');
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await teacher.goto('/teacher');
  await expect(teacher.getByText('Заместитель директора ОО').first()).toBeVisible();
  await expect(teacher.getByText('Заполнить свой раздел вашей карточки и проверить её').first()).toBeVisible();

  await openCard(deputy);
  await section(deputy, ACTIVITY).getByRole('button', { name: 'Добавить строку: Результаты освоения' }).click();
  await write(deputy, ACTIVITY, 'Предмет, программа', 'Математика');
  await saving(deputy, () => section(deputy, ACTIVITY).first().getByLabel('Наставник').check());
  await openForm('check');
  await expect(missing).toContainText(/арточка работника ещё не подтверждена/);
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await openCard(hr);
  await doAct(hr, 'Подтвердить карточку', 'Подтвердить');
  await openForm('check');
  await expect(missing).toContainText('Заместитель директора ещё не проверил карточку');
  await openCard(deputy);
  await doAct(deputy, 'Проверено');
  await openForm('check');
  await expect(missing).toHaveCount(0);
});

test('[CH-41] surname, name, school and post come from the card; a difference closes sending with both values, is told to the school with one press, and its correction opens it', async () => {
  await openForm('work');
  await expect(teacher.getByRole('combobox', { name: 'Должность' })).toHaveValue('teacher');
  await expect(teacher.getByRole('combobox', { name: 'Наименование образовательной организации' })).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect(teacher.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await openForm('person');
  const name = teacher.getByRole('group', { name: 'Фамилия' });
  await expect(name.getByLabel(new RegExp(surname))).toBeChecked();
  await name.getByLabel(/В карточке неверно/).check();
  await saving(teacher, async () => {
    await teacher.getByLabel('Фамилия: как должно быть').fill('Зайцева');
    await teacher.getByLabel('Фамилия: как должно быть').blur();
  });
  await openForm('check');
  const difference = teacher.getByRole('region', { name: 'Заявление и карточка расходятся' });
  const both = difference.getByRole('row').filter({ hasText: 'Фамилия' });
  await expect(both).toContainText('Зайцева');
  await expect(both).toContainText(surname);
  await expect(teacher.getByRole('button', { name: 'Подать заявление' })).toHaveAttribute('aria-disabled', 'true');
  await difference.getByRole('button', { name: 'Сообщить школе' }).click();
  await expect(difference.getByText(/Школе сообщено/)).toBeVisible();
  await expect(difference.getByRole('button', { name: 'Сообщить школе' })).toHaveCount(0);
  for (const who of ['demo-hr-chelyabinsk', 'demo-deputy-chelyabinsk'])
    expect((await letterTo(`${who}@demo.example`, /расходятся/, surname)).text).toContain(`в заявлении «Зайцева», в карточке «${surname}»`);

  for (const officer of [hr, deputy]) {
    await officer.goto('/school');
    await expect(officer.getByRole('row').filter({ hasText: surname })).toContainText('сообщил о расхождении');
  }
  await openCard(hr);
  await expect(hr.getByRole('region', { name: /сообщил о расхождении/ })).toContainText(surname);
  await hr.getByRole('button', { name: 'Исправить ФИО, пол или должность' }).click();
  await hr.getByRole('dialog').getByLabel('Фамилия').fill('Зайцева');
  await hr.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
  await expect(hr.getByRole('dialog')).toHaveCount(0);
  await expect(hr.getByRole('region', { name: /сообщил о расхождении/ })).toHaveCount(0);
  await doAct(hr, 'Подтвердить карточку', 'Подтвердить');
  await openCard(deputy);
  await doAct(deputy, 'Проверено');
  expect((await letterTo(email, /ответила о карточке/)).text).toContain('карточка исправлена');
});

test('[CH-10] [CH-16] [CH-17] [CH-18] [CH-20] sent: «Зарегистрировано» at once and by e-mail; what was sent can be read at any time and supplemented by nobody', async () => {
  await openForm('check');
  await expect(teacher.getByText(/дополнить/).first()).toBeVisible();
  await teacher.getByRole('button', { name: 'Подать заявление' }).click();
  await teacher.waitForURL(/\/submitted$/);
  expect((await letterTo(email, 'Статус заявления: Зарегистрировано')).text).toContain('Зарегистрировано');
  await teacher.goto('/teacher');
  await expect(teacher.getByText('Зарегистрировано', { exact: true }).first()).toBeVisible();
  const application = form.replace(/\/form$/, '');
  for (const address of [`${application}/form/person`, `${application}/form/check`, application]) {
    await teacher.goto(address);
    await expect(teacher).toHaveURL(new RegExp(`${application}(#.*)?$`));
  }
  await expect(teacher.locator('.title-line')).toContainText('Зарегистрировано');
  await expect(teacher.getByRole('main').locator('input, textarea, select').filter({ visible: true })).toHaveCount(0);
  await expect(teacher.getByRole('main').getByRole('link', { name: /справить|зменить/ })).toHaveCount(0);
});
