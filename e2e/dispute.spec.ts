import { caseAtSchool } from './database';
import { expect, newPerson, signInByGivenPassword, test } from './fixtures';
import { look } from './look';
import { letterTo } from './mailbox';

/** Orders have numbers of their own, so that a repeated run finds its own letter. */
const FACT = `по приказу № ${Date.now() % 100_000} воспитатель`;

/** The school says no, the teacher answers, the school reads the answer: all by clicks. */

test('a dispute: the school marks a fact, the teacher reads it with the term and answers, the school reads the answer', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const problems: string[] = [];
  const { caseId, ...logins } = await caseAtSchool('samara');
  const teacher = await newPerson(browser);
  await signInByGivenPassword(teacher, logins.teacher);
  const school = await newPerson(browser);
  await signInByGivenPassword(school, logins.school);
  await school.goto(`/school/applications/${caseId}`);
  await school
    .getByRole('radiogroup', { name: 'Должность: верно или неверно' })
    .or(school.getByRole('group', { name: 'Должность: верно или неверно' }))
    .getByText('Неверно', { exact: true })
    .click();
  const dispute = school.getByRole('button', { name: 'Не подтверждать' });
  await expect(dispute).toHaveAttribute('aria-disabled', 'true');
  await school.getByLabel('Как правильно').fill(FACT);
  await dispute.click();
  await expect(school.getByText(/Сведения не подтверждены/).first()).toBeVisible({ timeout: 30_000 });

  const { text } = await letterTo(`${logins.teacher}@demo.example`, 'Работодатель не подтвердил сведения', FACT);
  expect(text).toContain(`Должность: ${FACT}`);
  expect(text).toMatch(/до \d{2}\.\d{2}\.\d{4}/);

  await teacher.goto(`/teacher?application=${caseId}`);
  await expect(teacher.getByText(`Должность: ${FACT}`).first()).toBeVisible();
  await teacher.getByRole('link', { name: 'Исправить или ответить' }).click();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Ответ школе');
  await expect(teacher.getByText(`Должность: ${FACT}`)).toBeVisible();
  await expect(teacher.getByText(/^Ответить до .+ Остал/)).toBeVisible();
  await look(teacher, problems);
  // Nothing corrected and nothing said: the school cannot be asked with that, and the page says so.
  await teacher.getByRole('button', { name: 'Отправить и спросить школу снова' }).click();
  await expect(teacher.getByLabel('Что передать школе')).toHaveAttribute('aria-invalid', 'true');
  await teacher.getByLabel('Что передать школе').fill('С сентября я учитель, приказ № 31 приложен в кадрах.');
  await teacher.getByRole('button', { name: 'Отправить и спросить школу снова' }).click();
  await expect(teacher.getByText('Ответ отправлен, школу спросили снова')).toBeVisible({ timeout: 30_000 });
  await expect(teacher.getByText('Организация не подтвердила сведения')).toHaveCount(0);

  await school.goto(`/school/applications/${caseId}`);
  await expect(school.getByText('Ответ аттестуемого')).toBeVisible();
  await expect(school.getByText('«С сентября я учитель, приказ № 31 приложен в кадрах.»')).toBeVisible();
  await look(school, problems);
  expect(problems).toEqual([]);
  for (const page of [teacher, school]) await page.context().close();
});
