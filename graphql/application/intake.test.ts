import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import {
  AdmitApplicationDocument,
  RefuseApplicationIntakeDocument,
  RestoreApplicationDocument,
  ReturnApplicationDocument,
} from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { as, codesOf, dataOf, failureOf, makeNeighbour, makeRegion } from '@/testing/viewers';
import { makeCase, statusOf, type TestCase } from '../assessment/assessment.fixture';
import { admit, day, letterOf, makeMeeting, makeRegistered, putDown, termOf } from '../commission/commission.fixture';

let region: Region;
let secretary: GraphQLContext;
let operator: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion();
  secretary = await as('SECRETARY', { region });
  operator = await as('OPERATOR', { region });
});

const refuse = async (context: GraphQLContext, { application }: TestCase, reasonId: string, text: string) =>
  dataOf(await execute(RefuseApplicationIntakeDocument, { input: { id: application.id, reasonId, text } }, context))
    .refuseApplicationIntake;
const giveBack = async (context: GraphQLContext, { application }: TestCase, reasonId: string, text: string) =>
  dataOf(await execute(ReturnApplicationDocument, { input: { id: application.id, reasonId, text } }, context)).returnApplication;
const restore = async (context: GraphQLContext, { application }: TestCase, untilDate: string) =>
  dataOf(await execute(RestoreApplicationDocument, { input: { id: application.id, untilDate } }, context)).restoreApplication;
const reasonOf = ({ application }: TestCase) =>
  prisma.application.findUniqueOrThrow({ where: { id: application.id }, select: { reasonId: true, reasonText: true } });
const WHY = 'Копия приказа не читается';

/** The roles that never make the move, each refused as data while he sees the case, as missing while he does not. */
async function onlyBy(found: TestCase, move: (context: GraphQLContext) => Promise<{ problems: { code: string }[] }>, mine: string) {
  const staff = ['COORDINATOR', 'OPERATOR', 'SECRETARY', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const;
  for (const role of staff.filter((r) => r !== mine)) {
    const context = await as(role, { region, ...(role === 'COORDINATOR' && { place: found.place }) });
    expect([role, codesOf(await move(context))]).toEqual([role, ['NOT_YOUR_MOVE']]);
  }
  const neighbour = await makeNeighbour(region);
  await expect(move(await as(mine as 'OPERATOR', { region: neighbour }))).rejects.toThrow('NOT_FOUND');
  await expect(move(await as('COORDINATOR', { region }))).rejects.toThrow('NOT_FOUND');
  await expect(move(await as('TEACHER', { region }))).rejects.toThrow('NOT_FOUND');
}

describe('an application is admitted', () => {
  it('by the secretary after the meeting; the portfolio gets its term, the result its letter', async () => {
    const found = await makeRegistered(region);
    await onlyBy(found, (context) => admit(context, found), 'SECRETARY');
    expect(codesOf(await admit(secretary, found))).toEqual([]);
    expect(await statusOf(found)).toBe('PREPARATION');
    expect(await prisma.application.findUnique({ where: { id: found.application.id } })).toMatchObject({ admittedAt: expect.any(Date) });
    expect(await termOf(found, 'portfolio_submission')).toMatchObject({ status: 'RUNNING' });
    expect(await letterOf(found, 'application.admitted')).not.toBeNull();
    expect(codesOf(await admit(secretary, found))).toEqual(['WRONG_STATUS']);
  });

  it('not before the meeting was held, nor without one', async () => {
    const early = await makeRegistered(region, false);
    expect(codesOf(await admit(secretary, early))).toEqual(['SESSION_NOT_HELD']);
    expect(codesOf(await admit(secretary, await makeCase(region, 'REGISTERED')))).toEqual(['SESSION_NOT_SET']);
    expect(codesOf(await refuse(secretary, early, 'not_employed', WHY))).toEqual(['SESSION_NOT_HELD']);
    expect(await statusOf(early)).toBe('REGISTERED');
  });

  it('in one of two ways: two decisions at once are one', async () => {
    const found = await makeRegistered(region);
    const [one, two] = await Promise.all([admit(secretary, found), refuse(secretary, found, 'not_employed', WHY)]);
    expect([...codesOf(one), ...codesOf(two)]).toEqual(['WRONG_STATUS']);
  });

  it('of those that are there', async () => {
    expect(failureOf(await execute(AdmitApplicationDocument, { id: newId() }, secretary))).toBe('NOT_FOUND');
  });
});

describe('an application is refused', () => {
  it('by the secretary, with a reason of the list and words; the teacher reads both', async () => {
    const found = await makeRegistered(region);
    await onlyBy(found, (context) => refuse(context, found, 'not_employed', WHY), 'SECRETARY');
    expect(codesOf(await refuse(secretary, found, 'not_employed', ` ${WHY} `))).toEqual([]);
    expect(await statusOf(found)).toBe('INTAKE_REFUSED');
    expect(await reasonOf(found)).toEqual({ reasonId: 'not_employed', reasonText: WHY });
    expect((await letterOf(found, 'application.intake_refused'))?.body).toContain(WHY);
    expect(codesOf(await refuse(secretary, found, 'not_employed', WHY))).toEqual(['WRONG_STATUS']);
  });

  it('never without a reason, by one that is not listed or one the law forbids', async () => {
    const found = await makeRegistered(region);
    const problemOf = async (id: string, text: string) => (await refuse(secretary, found, id, text)).problems;
    expect(await problemOf('', WHY)).toMatchObject([{ code: 'REASON_REQUIRED', path: ['input', 'reason'] }]);
    expect(await problemOf('not_employed', 'плохо')).toMatchObject([{ code: 'REASON_REQUIRED', path: ['input', 'reasonText'] }]);
    expect(await problemOf('i_do_not_like', WHY)).toMatchObject([{ code: 'REASON_NOT_ALLOWED', path: ['input', 'reason'] }]);
    expect(await problemOf('not_employed', 'ы '.repeat(1500))).toMatchObject([{ code: 'VALUE_TOO_LONG' }]);
    for (const text of [
      'Диплом не соответствует профилю предмета',
      'Педагог находится в отпуске по уходу за ребёнком',
      'Был перерыв в педагогической работе',
      'Недостаточный стаж работы в этой школе',
    ]) {
      expect([text, codesOf({ problems: await problemOf('facts_not_true', text) })]).toEqual([text, ['REASON_FORBIDDEN']]);
    }
    expect(await statusOf(found)).toBe('REGISTERED');
    expect(await reasonOf(found)).toEqual({ reasonId: null, reasonText: null });
  });
});

describe('an application is returned for correction', () => {
  it('by the operator, with a reason of the list and words', async () => {
    const found = await makeRegistered(region, false);
    await onlyBy(found, (context) => giveBack(context, found, 'wrong_position', 'Укажите должность точно'), 'OPERATOR');
    expect((await giveBack(operator, found, '', 'Укажите должность точно')).problems).toMatchObject([
      { code: 'REASON_REQUIRED', path: ['input', 'reason'] },
    ]);
    expect(codesOf(await giveBack(operator, found, 'wrong_position', ''))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await giveBack(operator, found, 'not_employed', WHY))).toEqual(['REASON_NOT_ALLOWED']);
    expect(codesOf(await giveBack(operator, found, 'wrong_position', 'Укажите должность точно'))).toEqual([]);
    expect(await statusOf(found)).toBe('RETURNED');
    expect(await termOf(found, 'correction')).toMatchObject({ status: 'RUNNING' });
    expect((await letterOf(found, 'application.returned'))?.body).toContain('Укажите должность точно');
    expect(codesOf(await giveBack(operator, found, 'wrong_position', 'Укажите должность точно'))).toEqual(['WRONG_STATUS']);
  });
});

describe('a case with a missed term is opened again', () => {
  const expired = async () => {
    const found = await makeCase(region, 'EXPIRED');
    const lapsesAt = new Date(Date.now() - 86_400_000);
    await prisma.deadline.create({
      data: {
        id: newId(),
        regionId: region.id,
        applicationId: found.application.id,
        termId: 'portfolio_submission',
        startedAt: new Date(lapsesAt.getTime() - 30 * 86_400_000),
        untilDate: lapsesAt,
        lapsesAt,
        status: 'LAPSED',
        warned: [7, 1],
      },
    });
    return found;
  };

  it('by the operator, until a new day after today', async () => {
    const found = await expired();
    await onlyBy(found, (context) => restore(context, found, day(region, 5)), 'OPERATOR');
    expect((await restore(operator, found, day(region, 0))).problems).toMatchObject([{ code: 'DATE_IN_PAST', path: ['input', 'until'] }]);
    expect(await statusOf(found)).toBe('EXPIRED');
    expect(codesOf(await restore(operator, found, day(region, 5)))).toEqual([]);
    expect(await statusOf(found)).toBe('PREPARATION');
    const term = await termOf(found, 'portfolio_submission');
    expect(term?.status).toBe('RUNNING');
    expect(term?.untilDate.toISOString().slice(0, 10)).toBe(day(region, 5));
    expect(codesOf(await restore(operator, found, day(region, 6)))).toEqual(['WRONG_STATUS']);
  });
});

it('a returned application that comes back keeps its meeting', async () => {
  const meeting = await makeMeeting(region, { held: true });
  const found = await makeCase(region, 'REGISTERED');
  await putDown(found, meeting);
  expect(codesOf(await giveBack(operator, found, 'wrong_position', 'Укажите должность точно'))).toEqual([]);
  await prisma.application.update({ where: { id: found.application.id }, data: { status: 'REGISTERED' } });
  expect(codesOf(await admit(secretary, found))).toEqual([]);
});
