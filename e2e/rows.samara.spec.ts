import { makePdf } from '../src/testing/files/pdf';
import { newPerson, expect as seen, signIn, signInByGivenPassword, test } from './fixtures';

/** Samara by clicks: what its order says of the school's answer, of values beside files, of the final work, of a missed term. */
const CLASSES = 'наиболее «старшем» на момент аттестации классе, за последний учебный год';

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
});
