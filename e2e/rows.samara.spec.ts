import { makePdf } from '../src/testing/files/pdf';
import { caseOfPosition } from './database';
import { fillSignIn, newPerson, OWN_PASSWORD, expect as seen, signIn, signInByGivenPassword, test } from './fixtures';
import { letterTo } from './mailbox';

/** Samara by clicks: what its order says of the school's answer, of values beside files, of the final work, of a missed term. */
const CLASSES = 'наиболее «старшем» на момент аттестации классе, за последний учебный год';

const SECTIONS = [
  'Создание условий для получения стабильных положительных результатов освоения обучающимися образовательных программ',
  /^Выявление и развитие способностей обучающихся/,
  /^Личный вклад в повышение качества образования/,
  /^Активное участие в разработке программно-методического сопровождения/,
];
/** What the order asks of a teacher first, in its words. */
const TEACHERS_FIRST_SECTION: [string, string][] = [
  ['attainment_table', 'успеваемост'],
  ['gradebook_report', 'скриншот страниц АСУ РСО'],
  ['results_comment', 'объективных причин'],
  ['uud_results', 'Копия анализа итоговой работы'],
  ['uud_specification', 'Спецификация и текст'],
];

/** People of the demo whom no other journey touches. */
const PRIMARY_TEACHER = 'teacher-2-samara';
const SUBJECT_TEACHER = 'teacher-4-samara';
const MISSED_THE_TERM = 'teacher-6-samara';

test.describe.configure({ timeout: 240_000 });

/** A page is drawn anew after every act: on a busy machine that takes its time. */
const expect = seen.configure({ timeout: 60_000 });

test.describe('Samara', () => {
  test('[SM-49] what the employer is asked to confirm is the status of a teaching employee', async ({ page }) => {
    await signIn(page, 'school');
    await page.goto('/school/applications?answer=waiting');
    await page
      .getByRole('link', { name: /Абрамова/ })
      .first()
      .click();
    await expect(page.getByText('Вы подтверждаете: статус «педагогический работник».')).toBeVisible();
    for (const yes of await page.locator('label.yes').all()) await yes.click();
    await page.getByRole('button', { name: 'Подтвердить', exact: true }).click();
    await expect(page.getByText(/Подтверждено: статус «педагогический работник»/).first()).toBeVisible();
  });

  test('[SM-50] some indicators take values beside the file: one without the other counts nothing and closes sending', async ({ page }) => {
    await signInByGivenPassword(page, SUBJECT_TEACHER);
    await page.locator('a[href*="/teacher/portfolio/"]').first().click();
    const exam = page.locator('#i-ege_results');
    await expect(exam.getByText('Приложите файл и укажите значения: нужно и то и другое')).toBeVisible();
    const name = `ЕГЭ ${Date.now().toString(36)}.pdf`;
    await exam.locator('input[type="file"][multiple]').setInputFiles({ name, mimeType: 'application/pdf', buffer: await makePdf() });
    await expect(exam.locator('.file').filter({ hasText: name }).getByText('Проверен')).toBeVisible();
    await page.reload();
    const gate = page.locator('#gate');
    const open = async () =>
      Number(
        /\d+/.exec(
          (await gate
            .getByText(/показател/)
            .first()
            .textContent()) ?? '',
        )?.[0] ?? 0,
      );
    const before = await open();
    expect(before).toBeGreaterThan(0);
    await exam.getByLabel('Средний балл').fill('71');
    await exam.getByLabel('Средний балл').blur();
    await page.waitForLoadState('networkidle');
    await page.reload();
    await expect.poll(open, { timeout: 60_000 }).toBe(before - 1);
  });

  test('[SM-51] the report and the class of the final work are asked for in the words of the order', async ({ page }) => {
    await signInByGivenPassword(page, SUBJECT_TEACHER);
    await page.locator('a[href*="/teacher/portfolio/"]').first().click();
    await expect(page.locator('#i-gradebook_report')).toContainText(
      'Копия отчёта учителя-предметника по истории и обществознанию (иным предметам) за межаттестационный период (скриншот страниц АСУ РСО)',
    );
    for (const id of ['uud_results', 'uud_specification'])
      await expect(page.locator(`#i-${id}`)).toContainText(`В 9-м классе или в ${CLASSES}`);
    await expect(page.locator('#i-uud_specification')).toContainText('рассмотренные на заседании школьного объединения');
    await page.context().clearCookies();
    await signInByGivenPassword(page, PRIMARY_TEACHER);
    await page.locator('a[href*="/teacher/portfolio/"]').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('начальных классов');
    for (const id of ['uud_results', 'complex_work']) await expect(page.locator(`#i-${id}`)).toContainText(`В 4-м классе или в ${CLASSES}`);
  });

  test('[SM-53] after a missed term the teacher still comes in, reads why and everything that is kept, and can change nothing', async ({
    browser,
  }) => {
    const page = await newPerson(browser);
    page.setDefaultTimeout(60_000);
    await signInByGivenPassword(page, MISSED_THE_TERM);
    await expect(page).toHaveURL(/\/teacher/);
    await expect(page.getByText('Срок пропущен, материалы сохранены').first()).toBeVisible();
    await page.locator('a[href*="/teacher/portfolio/"]').first().click();
    await expect(page.locator('.file').first()).toBeVisible();
    await expect(page.locator('main input[type="file"]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Портфолио полностью готово, сдать на проверку' })).toHaveCount(0);
    await page.context().close();
  });

  test('[SM-27] [SM-28] [SM-29] [SM-32] [SM-44] the portfolio of a teacher has his name, the official sections and indicators, and an instruction', async ({
    page,
  }) => {
    const { caseId: ofTeacher, teacher } = await caseOfPosition('samara', 'teacher');
    await signInByGivenPassword(page, teacher);
    await page.goto(`/teacher/portfolio/${ofTeacher}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Портфолио учителя');
    await expect(page.locator('section[id^="s"] h2')).toHaveText(SECTIONS);
    await expect(page.getByRole('link', { name: 'Инструкция' }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Какой файл подойдёт' })).toBeVisible();
    for (const [id, words] of TEACHERS_FIRST_SECTION) await expect(page.locator(`#i-${id}`)).toContainText(words);
    await expect(page.locator('#i-results_comment')).toContainText('по желанию');

    await page.context().clearCookies();
  });

  test('[SM-38] two ways back into the cabinet: the link of letter 1, and «Вход для аттестуемых» on the site', async ({ page }) => {
    const email = `vozvrat-${Date.now().toString(36)}@mail.example`;
    await page.goto('/access?region=samara');
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Личная почта').fill(email);
    await page.getByRole('button', { name: 'Отправить' }).click();
    const { text } = await letterTo(email, 'Учетные данные для подачи заявления на аттестацию');
    const said = (pattern: RegExp) => pattern.exec(text)?.[1]?.trim() ?? '';
    const [login, link] = [said(/Логин: (.+)/), new URL(said(/Вход: (\S+)/))];
    await page.goto(link.pathname + link.search);
    await fillSignIn(page, login, said(/Пароль: (.+)/));
    await page.getByLabel('Новый пароль').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: 'Сохранить пароль' }).click();
    await page.waitForURL('**/teacher');

    await page.context().clearCookies();
    await page.goto(link.pathname + link.search);
    await fillSignIn(page, login, OWN_PASSWORD);
    await page.waitForURL('**/teacher');
    await page.context().clearCookies();
    await page.goto('/?region=samara');
    await page.getByRole('link', { name: 'Вход для аттестуемых' }).click();
    await fillSignIn(page, login, OWN_PASSWORD);
    await page.waitForURL('**/teacher');
  });

  test('[SM-12] [SM-30] each position has an application of its own, and another position other sections and indicators', async ({
    page,
  }) => {
    await signInByGivenPassword(page, PRIMARY_TEACHER);
    await page.goto('/teacher');
    await page.waitForLoadState('networkidle');
    await expect(page.getByText('На каждую должность подают отдельное заявление.')).toBeVisible();
    await page.getByRole('button', { name: 'Подать заявление на другую должность' }).click();
    await page.waitForURL(/\/applications\/[^/]+\/form$/);
    const form = page.url();
    const go = async () => {
      const from = page.url();
      await page.getByRole('button', { name: 'Сохранить и продолжить' }).click();
      await page.waitForURL((url) => url.href !== from);
      await page.waitForLoadState('networkidle');
    };
    await page.goto(form);
    await page.getByRole('link', { name: 'О вас' }).click();
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Образование').fill('Высшее, педагогический институт, 2008');
    await page.getByLabel('Педагогический стаж').fill('10');
    await go();
    await page.getByRole('combobox', { name: 'Муниципалитет' }).selectOption({ index: 1 });
    await expect(page.getByRole('combobox', { name: 'Место работы' })).toBeEnabled();
    await page.getByRole('combobox', { name: 'Место работы' }).selectOption({ index: 1 });
    await page.getByRole('combobox', { name: 'Должность' }).selectOption({ label: 'Педагог-психолог' });
    await go();
    await page.getByRole('group', { name: 'Желаемая категория' }).getByText('Первая', { exact: true }).click();
    await go();
    await page.getByLabel('Согласие на обработку персональных данных').check();
    await go();
    await page.getByRole('button', { name: 'Подать заявление' }).click();
    await expect(page.getByRole('heading', { name: 'Заявление принято' })).toBeVisible();
    await page.goto('/teacher');
    await expect(page.getByRole('region', { name: /аявления$/ }).getByRole('listitem')).toHaveCount(2);
    await page.goto(form.replace(/applications\/([^/]+)\/form$/, 'portfolio/$1'));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('психолога');
    await expect(page.locator('section[id^="s"] h2')).toHaveText([SECTIONS[0] ?? '', SECTIONS[2] ?? '', SECTIONS[3] ?? '']);
    await expect(page.locator('#i-attainment_table, #i-gradebook_report')).toHaveCount(0);
  });
});
