import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { MeetingDocument, RecordDecisionDocument, StaffCaseDocument } from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { as, codesOf, contextOf, dataOf, failureOf, makeNeighbour, makeRegion } from '@/testing/viewers';
import { makeCase, statusOf } from '../assessment/assessment.fixture';
import { day, grant, letterOf, makeHeard, makeMeeting, makeReviewed, putDown, refuse, termOf, vote } from './commission.fixture';

let region: Region;
let secretary: GraphQLContext;
let today: string;
beforeAll(async () => {
  region = await makeRegion();
  secretary = await as('SECRETARY', { region });
  today = day(region, 0);
});

const decisionOf = ({ application }: { application: { id: string } }) =>
  prisma.decision.findUnique({ where: { applicationId: application.id } });

describe('the vote on a case', () => {
  it('decides by the simple majority; a tie decides for the teacher', async () => {
    const votes: [number, number, number][] = [
      [8, 0, 0],
      [4, 4, 0],
      [3, 2, 3],
    ];
    for (const given of votes) {
      const found = await makeHeard(region);
      expect(codesOf(await vote(secretary, found, given))).toEqual([]);
      expect(await decisionOf(found)).toMatchObject({
        outcome: 'establish',
        votesFor: given[0],
        recordedById: secretary.viewer?.accountId,
      });
      expect(await statusOf(found)).toBe('DECIDED');
    }
    const below = await makeHeard(region, 20);
    expect(codesOf(await vote(secretary, below, [1, 6, 1]))).toEqual([]);
    expect(await decisionOf(below)).toMatchObject({ outcome: 'refuse' });
  });

  it('needs grounds when it differs from the result of the experts, either way', async () => {
    const above = await makeHeard(region, 90);
    expect((await vote(secretary, above, [1, 7, 0])).problems).toMatchObject([{ code: 'REASON_REQUIRED', path: ['input', 'text'] }]);
    expect(codesOf(await vote(secretary, above, [1, 7, 0], '   '))).toEqual(['REASON_REQUIRED']);
    expect(await decisionOf(above)).toBeNull();
    expect(codesOf(await vote(secretary, above, [1, 7, 0], 'Материалы не подтверждены'))).toEqual([]);
    expect(await decisionOf(above)).toMatchObject({ outcome: 'refuse', text: 'Материалы не подтверждены' });
    const below = await makeHeard(region, 20);
    expect(codesOf(await vote(secretary, below, [8, 0, 0]))).toEqual(['REASON_REQUIRED']);
  });

  it('counts no more votes than members present, and no odd numbers', async () => {
    const found = await makeHeard(region);
    expect(codesOf(await vote(secretary, found, [8, 1, 0]))).toEqual(['TOO_MANY_VOTES']);
    expect(codesOf(await vote(secretary, found, [0, 0, 0]))).toEqual(['REQUIRED']);
    expect(codesOf(await vote(secretary, found, [-1, 2, 0]))).toEqual(['NUMBER_INVALID']);
    expect(codesOf(await vote(secretary, found, [8, 0, 0], 'ы'.repeat(2001)))).toEqual(['VALUE_TOO_LONG']);
    expect(await statusOf(found)).toBe('MEETING_SET');
  });

  it('waits for the meeting and its quorum', async () => {
    const early = await makeReviewed(region, 90, 'MEETING_SET');
    const planned = await makeMeeting(region, { step: 'final' });
    await putDown(early, planned);
    expect(codesOf(await vote(secretary, early, [8, 0, 0]))).toContain('SESSION_NOT_HELD');
    const few = await makeHeard(region, 90, { present: 5 });
    expect(codesOf(await vote(secretary, few, [5, 0, 0]))).toEqual(['QUORUM_MISSING']);
    const off = await makeReviewed(region, 90, 'MEETING_SET');
    expect(codesOf(await vote(secretary, off, [8, 0, 0]))).toEqual(['NOT_ON_AGENDA']);
    expect(codesOf(await vote(secretary, await makeCase(region, 'EXPERTISE'), [8, 0, 0]))).toEqual(['WRONG_STATUS']);
  });

  it('is recorded by the secretary alone, once', async () => {
    const found = await makeHeard(region);
    for (const role of ['OPERATOR', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const) {
      expect([role, codesOf(await vote(await as(role, { region }), found, [8, 0, 0]))]).toEqual([role, ['NOT_YOUR_MOVE']]);
    }
    const input = { applicationId: found.application.id, votesFor: 8, votesAgainst: 0, votesAbstained: 0, text: '' };
    const strangers = [await as('TEACHER', { region }), await as('SECRETARY', { region: await makeNeighbour(region) })];
    for (const context of strangers) expect(failureOf(await execute(RecordDecisionDocument, { input }, context))).toBe('NOT_FOUND');
    const both = await Promise.all([vote(secretary, found, [8, 0, 0]), vote(secretary, found, [8, 0, 0])]);
    expect(both.flatMap(codesOf)).toEqual(['WRONG_STATUS']);
  });

  it('is the affair of the commission until the order is issued', async () => {
    const found = await makeHeard(region);
    await vote(secretary, found, [8, 0, 0]);
    const account = await prisma.account.findUniqueOrThrow({ where: { id: found.application.accountId } });
    const teacher = await as('TEACHER', { region, account });
    const query = 'query($id: UUID!) { application(id: $id) { decision { outcome } order { number } } }';
    // A context of its own each time, as each request of a browser has.
    const read = async () => {
      const context = await contextOf(region, teacher.session?.sessionId ?? null);
      return (await execute<{ application: unknown }, { id: string }>(query, { id: found.application.id }, context)).data?.application;
    };
    expect(await read()).toEqual({ decision: null, order: null });
    await grant(secretary, found, '12-р', today);
    expect(await read()).toEqual({ decision: { outcome: 'establish' }, order: { number: '12-р' } });
  });
});

describe('the order', () => {
  const decided = async (points = 90, votes: [number, number, number] = [8, 0, 0]) => {
    const found = await makeHeard(region, points);
    expect(codesOf(await vote(secretary, found, votes))).toEqual([]);
    return found;
  };

  it('establishes the category and ends the case; the teacher gets the letter, the term of the result is met', async () => {
    const found = await decided();
    expect(codesOf(await grant(secretary, found, ' 417-р ', today))).toEqual([]);
    expect(await statusOf(found)).toBe('GRANTED');
    expect((await letterOf(found, 'decision.published'))?.body).toContain('417-р');
    expect(await termOf(found, 'result_letter')).not.toMatchObject({ status: 'RUNNING' });
  });

  it('refuses where the commission refused, and only there', async () => {
    const refused = await decided(20, [1, 7, 0]);
    expect(codesOf(await grant(secretary, refused, '1', today))).toContain('DECISION_NOT_GRANTING');
    expect(codesOf(await refuse(secretary, refused, '1', today))).toEqual([]);
    expect(await statusOf(refused)).toBe('REFUSED');
    const granted = await decided();
    expect(codesOf(await refuse(secretary, granted, '2', today))).toContain('DECISION_NOT_REFUSING');
    expect(await statusOf(granted)).toBe('DECIDED');
  });

  it('needs a number and a date not before the decision', async () => {
    const found = await decided();
    expect((await grant(secretary, found, '  ', today)).problems).toMatchObject([{ code: 'REQUIRED', path: ['input', 'number'] }]);
    expect(codesOf(await grant(secretary, found, 'н'.repeat(51), today))).toEqual(['VALUE_TOO_LONG']);
    expect((await grant(secretary, found, '5', day(region, -9))).problems).toMatchObject([
      { code: 'DATES_CONTRADICT', path: ['input', 'date'] },
    ]);
    expect(await prisma.order.count({ where: { number: '5' } })).toBe(0);
  });

  it('is one for several cases of a category; the next form knows it', async () => {
    const one = await decided();
    const two = await makeReviewed(region, 90, 'MEETING_SET');
    await putDown(two, one.meeting);
    await vote(secretary, two, [7, 1, 0]);
    await grant(secretary, one, '500-р', today);
    const { application } = dataOf(await execute(StaffCaseDocument, { id: two.application.id }, secretary));
    expect(application?.orderOfMeeting).toEqual({ number: '500-р', date: today });
    await grant(secretary, two, '500-р', today);
    expect(await prisma.order.count({ where: { number: '500-р' } })).toBe(1);
    expect(dataOf(await execute(MeetingDocument, { id: one.meeting.id }, secretary)).meeting?.openCount).toBe(0);
  });

  it('is counted apart from the decision: a meeting that has voted owes only the order', async () => {
    const found = await decided();
    const owed = async () => {
      const query = 'query ($id: UUID!) { meeting(id: $id) { openCount orderlessCount } }';
      return dataOf(await execute<{ meeting: object }, object>(query, { id: found.meeting.id }, secretary)).meeting;
    };
    expect(await owed()).toEqual({ openCount: 0, orderlessCount: 1 });
    await grant(secretary, found, '712-р', today);
    expect(await owed()).toEqual({ openCount: 0, orderlessCount: 0 });
  });

  it('is issued by the secretary alone, on a decided case, once', async () => {
    const found = await decided();
    for (const role of ['OPERATOR', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const) {
      const other = await as(role, { region });
      expect([role, codesOf(await grant(other, found, '9', today)), codesOf(await refuse(other, found, '9', today))]).toEqual([
        role,
        ['NOT_YOUR_MOVE'],
        ['NOT_YOUR_MOVE'],
      ]);
    }
    await grant(secretary, found, '9', today);
    expect(codesOf(await grant(secretary, found, '10', today))).toEqual(['WRONG_STATUS']);
    expect(codesOf(await refuse(secretary, await makeHeard(region), '9', today))).toEqual(['WRONG_STATUS']);
  });
});

it('[SM-25] statuses are said in the words of the procedure', async () => {
  const words: [string, string][] = [
    ['REGISTERED', 'НОВОЕ'],
    ['PREPARATION', 'В РАБОТЕ'],
    ['READY', 'В РАБОТЕ'],
    ['EXPERTISE', 'В РАБОТЕ'],
    ['EXPERTISE_DONE', 'ОБРАБОТКА ЗАКОНЧЕНА'],
    ['DECIDED', 'ОБРАБОТКА ЗАКОНЧЕНА'],
  ];
  for (const [status, word] of words) {
    const { application } = await makeCase(region, status);
    const answer = dataOf(await execute(StaffCaseDocument, { id: application.id }, secretary));
    expect([status, answer.application?.statusLabel]).toEqual([status, word]);
  }
});
