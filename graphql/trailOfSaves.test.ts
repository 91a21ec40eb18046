import { expect, it } from 'vitest';
import type { Prisma } from '@/generated/prisma/client';
import { prisma } from '@/server/prisma';
import { makePlace, makeRegion } from '@/testing/viewers';
import { begin, type Person, person, said, save as saveField } from './application/application.fixture';
import { advise, assignmentRow, makeReview, save as saveScore } from './assessment/assessment.fixture';
import { entered, makeSchool, save as saveCard, update } from './employee/employee.fixture';

/** Every save that changes a value is a line with the former and the new one, and one that changes nothing is none: through the mutations themselves. */

const told = async (where: Prisma.AuditEntryWhereInput) =>
  (await prisma.auditEntry.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(({ data }) => data);

it('an answer of the form', async () => {
  const teacher = await person('TEACHER', await makeRegion());
  const id = await begin(teacher);
  for (const value of ['Физика', 'Физика', 'Химия', '']) expect((await saveField(teacher, id, 'subject', value)).problems).toEqual([]);
  expect(await told({ action: 'save_field', applicationId: id })).toEqual([
    { field: 'subject', from: null, to: 'Физика' },
    { field: 'subject', from: 'Физика', to: 'Химия' },
    { field: 'subject', from: 'Химия', to: null },
  ]);
});

it('a score with its comment, and the recommendations of a sheet', async () => {
  const review = await makeReview(await makeRegion());
  const [one] = review.experts;
  const [id] = review.ids;
  const criterion = 'c_s1_attainment_table';
  await saveScore(one, id, criterion, '2', 0, 'Мало');
  await saveScore(one, id, criterion, '2', 1, 'Мало');
  await saveScore(one, id, criterion, '3', 2, 'Мало');
  await saveScore(one, id, criterion, '3', 3, 'Достаточно');
  await advise(one, id, 'Печатать чаще', 0);
  await advise(one, id, 'Печатать чаще', 1);
  await advise(one, id, 'Печатать реже', 2);
  const { sheet } = await assignmentRow(id);
  expect(await told({ action: 'save_score', objectId: sheet?.id ?? '' })).toEqual([
    { criterion, from: null, to: '2', formerComment: null, comment: 'Мало' },
    { criterion, from: '2', to: '3' },
    { criterion, from: '3', to: '3', formerComment: 'Мало', comment: 'Достаточно' },
  ]);
  expect(await told({ action: 'save_recommendations', objectId: sheet?.id ?? '' })).toMatchObject([
    { from: '', to: 'Печатать чаще' },
    { from: 'Печатать чаще', to: 'Печатать реже' },
  ]);
});

it('an employee and an entry of his card', async () => {
  const region = await makeRegion('chelyabinsk');
  const school = await makeSchool(region, await makePlace(region));
  const { id } = await entered(school);
  expect((await update(school.hr, id, 0)).problems).toEqual([]);
  expect((await update(school.hr, id, 0, { lastName: 'Берёзова' })).problems).toEqual([]);
  expect(await told({ action: 'update_employee', objectId: id })).toEqual([
    { changes: [{ field: 'lastName', from: 'Ёлкина', to: 'Берёзова' }] },
  ]);
  const indicatorId = await textIndicator(school.deputy, id);
  const value = { text: 'Пользуется доской' };
  const { entry, problems } = await saveCard(school.deputy, id, indicatorId, value);
  expect(problems).toEqual([]);
  const over = (version: number) => ({ entryId: entry?.id, version });
  await saveCard(school.deputy, id, indicatorId, value, over(0));
  await saveCard(school.deputy, id, indicatorId, { text: 'Пользуется всем' }, over(entry?.version ?? 0));
  expect(await told({ action: 'save_card_entry', objectId: entry?.id ?? '' })).toMatchObject([
    { indicatorId, from: null, to: value },
    { indicatorId, from: value, to: { text: 'Пользуется всем' } },
  ]);
});

async function textIndicator(who: Person, id: string): Promise<string> {
  const document = 'query ($id: UUID!) { employee(id: $id) { card { sections { filledBy indicators { id input } } } } }';
  interface Shown {
    employee: { card: { sections: { filledBy: string; indicators: { id: string; input: string }[] }[] } };
  }
  const { employee } = (await said(who, document, { id })) as Shown;
  const found = employee.card.sections
    .filter(({ filledBy }) => filledBy === 'SCHOOL_DEPUTY')
    .flatMap(({ indicators }) => indicators)
    .find(({ input }) => input === 'text');
  if (!found) throw new Error('the card asks for no text');
  return found.id;
}

it('one’s own data, without the password that was asked for', async () => {
  const teacher = await person('TEACHER', await makeRegion());
  const { lastName, firstName, patronymic, email, phone } = teacher.account;
  const profile = { lastName, firstName, patronymic, email, phone, language: 'ru', current: 'не-пароль-а-слово' };
  const save = (over: object) =>
    said(teacher, 'mutation ($input: SaveProfileInput!) { saveProfile(input: $input) { problems { code } } }', {
      input: { ...profile, ...over },
    });
  const expected = { saveProfile: { problems: [] } };
  expect(await save({})).toEqual(expected);
  expect(await save({ phone: '+7 900 000-00-01', lastName: 'Осинина' })).toEqual(expected);
  const lines = await told({ action: 'save_profile', objectId: teacher.account.id });
  expect(lines).toEqual([
    {
      changes: [
        { field: 'lastName', from: lastName, to: 'Осинина' },
        { field: 'phone', from: phone || null, to: '+7 900 000-00-01' },
      ],
    },
  ]);
});
