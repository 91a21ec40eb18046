import { beforeAll, describe, expect, it } from 'vitest';
import { prisma } from '@/server/prisma';
import { codesOf, dataOf, failureOf, makePlace, makeRegion } from '@/testing/viewers';
import { save as answer, ask, begin, type Person, submit } from '../application/application.fixture';
import { act, details, entered, fill, find, makeSchool, type School, signIn, update } from './employee.fixture';

let school: School;
let other: School;
beforeAll(async () => {
  const region = await makeRegion('chelyabinsk');
  school = await makeSchool(region, await makePlace(region));
  other = await makeSchool(region, await makePlace(region));
});

interface Payload {
  problems: { code: string; message: string }[];
}
const DIFFERENCES = 'cardDifferences { fieldId label stated onCard } cardAnswers { fieldId value } cardReport { closedAt answer }';
interface Shown {
  cardDifferences: { fieldId: string; label: string; stated: string; onCard: string }[];
  cardAnswers: { fieldId: string; value: string }[];
  cardReport: { closedAt: string | null; answer: string | null } | null;
}
const shown = async (who: Person, id: string) =>
  (dataOf(await ask(who, `query ($id: UUID!) { application(id: $id) { ${DIFFERENCES} } }`, { id })) as { application: Shown }).application;
const press = async (who: Person, field: 'reportCard' | 'takeCardAnswers', id: string): Promise<Payload> => {
  const text = `mutation ($id: UUID!) { ${field}(applicationId: $id) { problems { code message } } }`;
  return (dataOf(await ask(who, text, { id })) as Record<string, Payload>)[field] as Payload;
};
const REPORTS =
  'query ($id: UUID!) { employee(id: $id) { reports { id canAnswer differences { label stated onCard } } } employees(waiting: true) { edges { node { id } } } }';
interface Told {
  employee: { reports: { id: string; canAnswer: boolean; differences: { label: string; stated: string; onCard: string }[] }[] } | null;
  employees: { edges: { node: { id: string } }[] };
}
const told = async (who: Person, id: string) => dataOf(await ask(who, REPORTS, { id })) as Told;
const ANSWER = 'mutation ($input: AnswerCardReportInput!) { answerCardReport(input: $input) { problems { code path } } }';

/** A teacher whose card is in order and whose application is ready but for what a test changes. */
async function applying(): Promise<{ employeeId: string; teacher: Person; id: string }> {
  const { id: employeeId, account } = await entered(school);
  await fill(school, employeeId);
  await ready(employeeId);
  const teacher = await signIn(school, account);
  const id = await begin(teacher);
  await answer(teacher, id, 'email', 'm@example.org');
  await answer(teacher, id, 'requested_category', 'first');
  await answer(teacher, id, 'presence', 'without');
  await answer(teacher, id, 'card_checked', 'true');
  return { employeeId, teacher, id };
}
async function ready(employeeId: string): Promise<void> {
  expect(codesOf(await act(school.hr, 'confirmCard', employeeId))).toEqual([]);
  expect(codesOf(await act(school.deputy, 'checkCard', employeeId))).toEqual([]);
}
const version = async (id: string) => (await prisma.employee.findUniqueOrThrow({ where: { id } })).version;
const letters = (id: string) =>
  prisma.notification.findMany({ where: { applicationId: id, event: { startsWith: 'card.' } }, orderBy: { createdAt: 'asc' } });

describe('an application beside the card', () => {
  it('a surname that is not the card’s closes sending, both values side by side; the school is told once and its correction opens it', async () => {
    const { employeeId, teacher, id } = await applying();
    await answer(teacher, id, 'last_name', 'Совсемдругая');
    const refused = await submit(teacher, id);
    expect(codesOf(refused)).toEqual(['CARD_DIFFERS']);
    expect((await shown(teacher, id)).cardDifferences).toEqual([
      { fieldId: 'last_name', label: 'Фамилия', stated: 'Совсемдругая', onCard: 'Ёлкина' },
    ]);

    expect(codesOf(await press(teacher, 'reportCard', id))).toEqual([]);
    expect(codesOf(await press(teacher, 'reportCard', id)), 'pressed twice').toEqual(['CARD_REPORTED']);
    const sent = await letters(id);
    expect(sent.map(({ accountId }) => accountId).sort()).toEqual([school.hr.account.id, school.deputy.account.id].sort());
    for (const { body } of sent) {
      expect(body).toContain('Фамилия: в заявлении «Совсемдругая», в карточке «Ёлкина»');
      expect(body).toContain(`/school/employees/${employeeId}`);
    }
    for (const who of [school.hr, school.deputy]) {
      const { employee, employees } = await told(who, employeeId);
      expect(employees.edges.map(({ node }) => node.id)).toContain(employeeId);
      expect(employee?.reports).toMatchObject([
        { canAnswer: who === school.hr, differences: [{ label: 'Фамилия', stated: 'Совсемдругая', onCard: 'Ёлкина' }] },
      ]);
    }
    expect((await told(other.hr, employeeId)).employee).toBeNull();

    expect(codesOf(await update(school.hr, employeeId, await version(employeeId), { lastName: 'Совсемдругая' }))).toEqual([]);
    expect(await shown(teacher, id)).toMatchObject({ cardDifferences: [], cardReport: { answer: null } });
    expect((await shown(teacher, id)).cardReport?.closedAt).not.toBeNull();
    expect((await letters(id)).at(-1)).toMatchObject({ accountId: teacher.account.id, letterId: 'card_answered' });
    expect((await told(school.hr, employeeId)).employee?.reports).toEqual([]);
    await ready(employeeId);
    expect(codesOf(await submit(teacher, id))).toEqual([]);
  });

  it.each([
    ['ё as е', { lastName: 'Ёлкина' }, 'Елкина'],
    ['capitals', { lastName: 'Зайцева-Преображенская' }, 'ЗАЙЦЕВА-ПРЕОБРАЖЕНСКАЯ'],
    ['a dash for a hyphen', { lastName: 'Зайцева-Преображенская' }, 'Зайцева – Преображенская'],
    ['a space for a hyphen', { lastName: 'Зайцева-Преображенская' }, 'Зайцева Преображенская'],
  ])('%s is the same name', async (_, card, typed) => {
    const { employeeId, teacher, id } = await applying();
    await update(school.hr, employeeId, await version(employeeId), card);
    await answer(teacher, id, 'last_name', typed);
    expect((await shown(teacher, id)).cardDifferences).toEqual([]);
  });

  it('another school and another position are told as such, and the report goes to the school of the card', async () => {
    const { employeeId, teacher, id } = await applying();
    await answer(teacher, id, 'municipality', other.place.municipality.id);
    await answer(teacher, id, 'organisation', other.place.organisation.id);
    await answer(teacher, id, 'position', 'educational_psychologist');
    expect(codesOf(await submit(teacher, id))).toEqual(['CARD_DIFFERS', 'CARD_DIFFERS']);
    expect((await shown(teacher, id)).cardDifferences).toEqual([
      expect.objectContaining({
        fieldId: 'organisation',
        stated: other.place.organisation.name,
        onCard: school.place.organisation.name,
      }),
      expect.objectContaining({ fieldId: 'position', stated: 'Педагог-психолог', onCard: 'Учитель' }),
    ]);
    expect(codesOf(await press(teacher, 'reportCard', id))).toEqual([]);
    expect((await letters(id)).map(({ accountId }) => accountId)).not.toContain(other.hr.account.id);
    expect((await told(school.hr, employeeId)).employee?.reports).toHaveLength(1);

    expect(codesOf(await press(teacher, 'takeCardAnswers', id))).toEqual([]);
    expect(await shown(teacher, id)).toMatchObject({ cardDifferences: [] });
    expect(await prisma.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      organisationId: school.place.organisation.id,
      municipalityId: school.place.municipality.id,
      positionId: 'teacher',
    });
    expect((await told(school.hr, employeeId)).employee?.reports, 'nothing is left to answer').toEqual([]);
    expect(codesOf(await submit(teacher, id))).toEqual([]);
  });

  it('the officer answers that the card is right: the teacher gets a letter, sending stays closed; nobody else may answer', async () => {
    const { employeeId, teacher, id } = await applying();
    await answer(teacher, id, 'first_name', 'Марина');
    await press(teacher, 'reportCard', id);
    const [report] = (await told(school.hr, employeeId)).employee?.reports ?? [];
    const input = { reportId: report?.id, answer: 'В паспорте Мария, исправьте заявление' };
    for (const who of [school.deputy, teacher]) expect(failureOf(await ask(who, ANSWER, { input }))).toBe('FORBIDDEN');
    expect(failureOf(await ask(other.hr, ANSWER, { input }))).toBe('NOT_FOUND');
    expect(
      codesOf(
        (dataOf(await ask(school.hr, ANSWER, { input: { ...input, answer: ' ' } })) as { answerCardReport: Payload }).answerCardReport,
      ),
    ).toEqual(['REQUIRED']);
    expect(codesOf((dataOf(await ask(school.hr, ANSWER, { input })) as { answerCardReport: Payload }).answerCardReport)).toEqual([]);
    expect(codesOf((dataOf(await ask(school.hr, ANSWER, { input })) as { answerCardReport: Payload }).answerCardReport)).toEqual([
      'CARD_REPORT_CLOSED',
    ]);
    expect((await letters(id)).at(-1)?.body).toContain('В паспорте Мария, исправьте заявление');
    expect(await shown(teacher, id)).toMatchObject({ cardReport: { answer: 'В паспорте Мария, исправьте заявление' } });
    expect(codesOf(await submit(teacher, id))).toEqual(['CARD_DIFFERS']);
    expect(details.firstName).toBe('Мария');
    expect((await find(school.hr, employeeId))?.card.status).toBe('CONFIRMED');
  });
});
