import { expect, it } from 'vitest';
import { dayIn } from '@/domain/days';
import { periodLabel, periodsToChoose } from '@/domain/schedule';
import type { Region } from '@/generated/prisma/client';
import { AdminAuditDocument } from '@/gql/graphql';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { exportLines } from '@/server/trail/export';
import { REGISTER, SET_PERIOD } from '@/server/walk/documents';
import { as, dataOf, makePlace, makeRegion } from '@/testing/viewers';
import { person, said } from './application/application.fixture';
import { advise, makeReview, save as saveScore } from './assessment/assessment.fixture';
import { entered, makeSchool, save as saveCard, update } from './employee/employee.fixture';
import { codes, makeSent } from './schedule/schedule.fixture';

/** What the trail's reader is told of values that mutations have changed: in words, and hidden where his role does not read them. */

const linesOf = async (region: Region, group: string) => {
  const admin = await as('ADMINISTRATOR', { region });
  const found = dataOf(await execute(AdminAuditDocument, { filter: { groups: [group] }, after: null }, admin)).auditEntries;
  return found.edges.map(({ node }) => node);
};
const changesOf = async (region: Region, group: string) => (await linesOf(region, group)).flatMap(({ changes }) => changes);
const csvOf = async (region: Region, group: string) => {
  let text = '';
  for await (const part of exportLines(await as('ADMINISTRATOR', { region }), { groups: [group] })) text += part;
  return text;
};
const hidden = (label: unknown) => ({ label, from: null, to: null, hidden: true });

it('names and contacts of a profile are shown, his sex is not; the export says the same', async () => {
  const region = await makeRegion();
  const teacher = await person('TEACHER', region);
  const { lastName, firstName, patronymic, email } = teacher.account;
  await prisma.account.update({ where: { id: teacher.account.id }, data: { sex: 'male', phone: '' } });
  const input = { lastName: 'Осинина', firstName, patronymic, email, phone: '+7 900 000-00-01', language: 'ru', sex: 'female' };
  const save = 'mutation ($input: SaveProfileInput!) { saveProfile(input: $input) { problems { code } } }';
  expect(await said(teacher, save, { input })).toEqual({ saveProfile: { problems: [] } });
  expect(await changesOf(region, 'accounts')).toEqual([
    { label: 'Фамилия', from: lastName, to: 'Осинина', hidden: false },
    { label: 'Телефон', from: null, to: '+7 900 000-00-01', hidden: false },
    hidden('Пол'),
  ]);
  const text = await csvOf(region, 'accounts');
  for (const part of [`Фамилия: ${lastName}`, 'Фамилия: Осинина', 'Телефон: +7 900 000-00-01', 'Пол: скрыто правами'])
    expect(text).toContain(part);
  expect(text).not.toMatch(/female|женский/);
});

it('an employee and an entry of his card have changed, the values are the school’s', async () => {
  const region = await makeRegion('chelyabinsk');
  const school = await makeSchool(region, await makePlace(region));
  const { id } = await entered(school);
  expect((await update(school.hr, id, 0, { lastName: 'Берёзова' })).problems).toEqual([]);
  const document = 'query ($id: UUID!) { employee(id: $id) { card { sections { filledBy indicators { id label input } } } } }';
  interface Shown {
    employee: { card: { sections: { filledBy: string; indicators: { id: string; label: string; input: string }[] }[] } };
  }
  const { employee } = (await said(school.deputy, document, { id })) as Shown;
  const indicator = employee.card.sections
    .filter(({ filledBy }) => filledBy === 'SCHOOL_DEPUTY')
    .flatMap(({ indicators }) => indicators)
    .find(({ input }) => input === 'text');
  expect(indicator).toBeDefined();
  expect((await saveCard(school.deputy, id, indicator?.id ?? '', { text: 'Пользуется доской' })).problems).toEqual([]);
  const lines = await linesOf(region, 'employees');
  expect(lines.flatMap(({ changes }) => changes)).toEqual([hidden(indicator?.label), hidden('Фамилия')]);
  expect(JSON.stringify(lines)).not.toMatch(/Берёзова|доской/);
  const text = await csvOf(region, 'employees');
  expect(text).toContain('скрыто правами;скрыто правами');
  expect(text).not.toMatch(/Берёзова|доской/);
});

it('the period of a case in the region’s words', async () => {
  const region = await makeRegion('tomsk');
  const place = await makePlace(region);
  const coordinator = await as('COORDINATOR', { region, place });
  const { procedure } = await getCurrentProcedure(region.id);
  const [period] = periodsToChoose(procedure, dayIn(region.timezone, new Date()));
  const { id } = await makeSent(region, place);
  expect(await codes(coordinator, REGISTER, { id })).toEqual([]);
  expect(await codes(coordinator, SET_PERIOD, { input: { applicationId: id, periodId: period?.id } })).toEqual([]);
  const label = periodLabel(procedure, period?.id ?? '', 'ru');
  expect(label).not.toBe(period?.id);
  expect(await changesOf(region, 'cases')).toEqual([{ label: 'Период аттестации', from: null, to: label, hidden: false }]);
  expect(await csvOf(region, 'cases')).toContain(label);
});

it('a score, its comment and recommendations have changed, the values are the experts’', async () => {
  const region = await makeRegion();
  const review = await makeReview(region);
  const [one] = review.experts;
  const [id] = review.ids;
  await saveScore(one, id, 'c_s1_attainment_table', '2', 0, 'Мало');
  await saveScore(one, id, 'c_s1_attainment_table', '2', 1, 'Достаточно');
  await advise(one, id, 'Печатать чаще', 0);
  const lines = await linesOf(region, 'fields');
  const [advice, comment, score, ...rest] = lines.flatMap(({ changes }) => changes);
  expect(advice).toEqual(hidden('Рекомендации'));
  expect(comment?.label).toMatch(/: пояснение к оценке$/);
  expect([comment, score, ...rest]).toEqual([hidden(comment?.label), hidden(score?.label), hidden(comment?.label)]);
  const text = await csvOf(region, 'fields');
  expect(JSON.stringify(lines) + text).not.toMatch(/Мало|Достаточно|Печатать/);
});
