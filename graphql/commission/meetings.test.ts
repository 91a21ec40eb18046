import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { HoldMeetingDocument, MeetingDocument, MeetingsDocument, PlanMeetingDocument } from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { as, codesOf, dataOf, failureOf, makeNeighbour, makePlace, makeRegion } from '@/testing/viewers';
import { makeCase, statusOf } from '../assessment/assessment.fixture';
import { day, hold, letterOf, makeMeeting, makeRegistered, makeReviewed, plan, putDown, putOn, termOf } from './commission.fixture';

let region: Region;
let secretary: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion();
  secretary = await as('SECRETARY', { region });
});
const OTHERS = ['TEACHER', 'SCHOOL_HEAD', 'COORDINATOR', 'OPERATOR', 'EXPERT', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const;

describe('a meeting is planned', () => {
  it('by the secretary alone', async () => {
    const date = day(region, 200);
    for (const role of OTHERS) {
      const result = await execute(PlanMeetingDocument, { input: { step: 'final', date } }, await as(role, { region }));
      expect([role, failureOf(result)]).toEqual([role, 'FORBIDDEN']);
    }
    const { problems, meeting } = await plan(secretary, 'final', date);
    expect(problems).toEqual([]);
    expect(await prisma.meeting.findUnique({ where: { id: meeting?.id ?? '' } })).toMatchObject({ status: 'PLANNED', step: 'final' });
    expect(await prisma.auditEntry.count({ where: { objectId: meeting?.id, action: 'plan_meeting' } })).toBe(1);
  });

  it('for a step of the procedure, today or later, once a day', async () => {
    expect(codesOf(await plan(secretary, 'nothing', day(region, 5)))).toEqual(['VALUE_NOT_LISTED']);
    expect(codesOf(await plan(secretary, 'final', day(region, -1)))).toEqual(['DATE_IN_PAST']);
    expect(codesOf(await plan(secretary, 'final', day(region, 201)))).toEqual([]);
    const again = await plan(secretary, 'final', day(region, 201));
    expect(again.problems).toMatchObject([{ code: 'VALUE_TAKEN', path: ['input', 'date'] }]);
    expect(codesOf(await plan(secretary, 'admission', day(region, 201)))).toEqual([]);
  });
});

describe('a meeting is recorded as held', () => {
  it('by the secretary of its region alone', async () => {
    const meeting = await makeMeeting(region);
    const input = { id: meeting.id, members: 9, present: 8 };
    for (const role of OTHERS) {
      expect([role, failureOf(await execute(HoldMeetingDocument, { input }, await as(role, { region })))]).toEqual([role, 'FORBIDDEN']);
    }
    const stranger = await as('SECRETARY', { region: await makeNeighbour(region) });
    expect(failureOf(await execute(HoldMeetingDocument, { input }, stranger))).toBe('NOT_FOUND');
    expect(failureOf(await execute(HoldMeetingDocument, { input: { ...input, id: newId() } }, secretary))).toBe('NOT_FOUND');
  });

  it('on its day or later, with a quorum of two thirds, once', async () => {
    const coming = await makeMeeting(region, { date: day(region, 40) });
    expect(codesOf(await hold(secretary, coming.id, 9, 8))).toEqual(['MEETING_NOT_DUE']);
    const { id } = await makeMeeting(region);
    expect((await hold(secretary, id, 6, 6)).problems).toMatchObject([{ code: 'VALUE_OUT_OF_RANGE', path: ['input', 'members'] }]);
    expect((await hold(secretary, id, 9, 10)).problems).toMatchObject([{ code: 'VALUE_OUT_OF_RANGE', path: ['input', 'present'] }]);
    expect((await hold(secretary, id, 9, -1)).problems).toMatchObject([{ code: 'VALUE_OUT_OF_RANGE' }]);
    expect((await hold(secretary, id, 9, 5)).problems).toMatchObject([{ code: 'QUORUM_MISSING', path: ['input', 'present'] }]);
    expect(await prisma.meeting.findUnique({ where: { id } })).toMatchObject({ status: 'PLANNED', heldAt: null });
    expect(codesOf(await hold(secretary, id, 9, 6))).toEqual([]);
    expect(await prisma.meeting.findUnique({ where: { id } })).toMatchObject({ status: 'HELD', members: 9, present: 6 });
    expect(codesOf(await hold(secretary, id, 9, 9))).toEqual(['MEETING_HELD']);
    expect(await prisma.meeting.findUnique({ where: { id } })).toMatchObject({ present: 6 });
  });

  it('once also when two press at the same time', async () => {
    const { id } = await makeMeeting(region);
    const both = await Promise.all([hold(secretary, id, 9, 8), hold(secretary, id, 9, 8)]);
    expect(both.flatMap(codesOf)).toEqual(['MEETING_HELD']);
  });

  it('[SM-19] and every case on its agenda gets three working days for the letter about the result', async () => {
    const found = await makeRegistered(region, false);
    const ended = await makeCase(region, 'WITHDRAWN');
    await putDown(ended, found.meeting);
    expect(codesOf(await hold(secretary, found.meeting.id, 9, 8))).toEqual([]);
    expect(await termOf(found, 'result_letter')).toMatchObject({ status: 'RUNNING' });
    const procedure = await prisma.procedureVersion.findUniqueOrThrow({ where: { id: found.application.procedureVersionId } });
    const { deadlines } = procedure.document as { deadlines: { id: string; amount: number; unit: string }[] };
    expect(deadlines.find((d) => d.id === 'result_letter')).toMatchObject({ amount: 3, unit: 'working_days' });
    expect(await termOf(ended, 'result_letter')).toBeNull();
    expect(await prisma.timelineEntry.count({ where: { applicationId: found.application.id, kind: 'hold_meeting' } })).toBe(1);
  });
});

describe('a case is put on an agenda', () => {
  it('by the secretary when the review is done; the teacher sees the step and the case waits for the meeting', async () => {
    const found = await makeReviewed(region);
    const meeting = await makeMeeting(region, { step: 'final', date: day(region, 41) });
    expect(codesOf(await putOn(secretary, found, meeting.id))).toEqual([]);
    expect(await statusOf(found)).toBe('MEETING_SET');
    expect(await prisma.agendaItem.count({ where: { applicationId: found.application.id, meetingId: meeting.id } })).toBe(1);
    expect(codesOf(await putOn(secretary, found, meeting.id))).toEqual(['WRONG_STATUS']);
  });

  it('by nobody else', async () => {
    const found = await makeReviewed(region);
    const { id } = await makeMeeting(region, { step: 'final', date: day(region, 42) });
    for (const role of ['OPERATOR', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const) {
      expect([role, codesOf(await putOn(await as(role, { region }), found, id))]).toEqual([role, ['NOT_YOUR_MOVE']]);
    }
    const stranger = await as('SECRETARY', { region: await makeNeighbour(region) });
    await expect(putOn(stranger, found, id)).rejects.toThrow('NOT_FOUND');
  });

  it('of a coming meeting of the final step', async () => {
    const found = await makeReviewed(region);
    const refusalOf = async (wish: Parameters<typeof makeMeeting>[1]) =>
      codesOf(await putOn(secretary, found, (await makeMeeting(region, wish)).id));
    expect(await refusalOf({ step: 'admission', date: day(region, 43) })).toEqual(['VALUE_NOT_LISTED']);
    expect(await refusalOf({ step: 'final', held: true })).toEqual(['MEETING_HELD']);
    expect(await refusalOf({ step: 'final' })).toEqual(['DATE_IN_PAST']);
    expect(codesOf(await putOn(secretary, found, newId()))).toEqual(['VALUE_NOT_LISTED']);
    expect(await statusOf(found)).toBe('EXPERTISE_DONE');
    const early = await makeCase(region, 'EXPERTISE');
    const coming = await makeMeeting(region, { step: 'final', date: day(region, 44) });
    expect(codesOf(await putOn(secretary, early, coming.id))).toEqual(['WRONG_STATUS']);
  });
});

describe('a meeting is read', () => {
  const read = async (id: string, context: GraphQLContext) => dataOf(await execute(MeetingDocument, { id }, context)).meeting;
  const named = async (lastName: string, meeting: { id: string; step: string }, municipalityId?: string) => {
    const found = await makeCase(region, 'REGISTERED');
    await prisma.application.update({
      where: { id: found.application.id },
      data: { lastName, ...(municipalityId && { municipalityId }) },
    });
    await putDown(found, meeting);
    return found;
  };

  it('with its cases in the order of the Russian alphabet, and the acts of the reader', async () => {
    const meeting = await makeMeeting(region);
    for (const name of ['Яковлева', 'Ёлкина', 'Жукова', 'Евсеева', 'Алёхина']) await named(name, meeting);
    const seen = await read(meeting.id, secretary);
    const rows = await prisma.application.findMany({
      where: { id: { in: seen?.applications.map((a) => (a as { id?: string }).id ?? '') } },
    });
    const names = seen?.applications.map((a) => rows.find((row) => row.id === (a as { id?: string }).id)?.lastName);
    expect(names).toEqual(['Алёхина', 'Евсеева', 'Ёлкина', 'Жукова', 'Яковлева']);
    expect(seen).toMatchObject({ openCount: 5, viewerActions: [{ action: 'hold_meeting', open: true, closedBy: [] }] });
    const member = await read(meeting.id, await as('COMMISSION_MEMBER', { region }));
    expect(member).toMatchObject({ openCount: 5, viewerActions: [], candidates: [] });
  });

  it('by a coordinator with the cases of his municipality alone', async () => {
    const place = await makePlace(region);
    const meeting = await makeMeeting(region);
    await named('Своя', meeting, place.municipality.id);
    await named('Чужая', meeting);
    const seen = await read(meeting.id, await as('COORDINATOR', { region, place }));
    expect(seen?.applications).toHaveLength(1);
    expect(seen?.openCount).toBe(1);
  });

  it('offers the secretary what is ready for it; a held one takes nothing', async () => {
    const ready = await makeReviewed(region);
    const coming = await makeMeeting(region, { step: 'final', date: day(region, 45) });
    const ids = async (id: string) => (await read(id, secretary))?.candidates.map((c) => (c as { id?: string }).id);
    expect(await ids(coming.id)).toContain(ready.application.id);
    expect(await ids((await makeMeeting(region, { step: 'final', held: true })).id)).toEqual([]);
    expect(await ids((await makeMeeting(region, { date: day(region, 46) })).id)).toEqual([]);
  });

  it('by staff of its region; a teacher finds only the meeting of his own case', async () => {
    const meeting = await makeMeeting(region);
    const neighbour = await as('SECRETARY', { region: await makeNeighbour(region) });
    expect(await read(meeting.id, neighbour)).toBeNull();
    const teacher = await as('TEACHER', { region });
    expect(failureOf(await execute(MeetingsDocument, {}, teacher))).toBe('FORBIDDEN');
    const { meetings, commission } = dataOf(await execute(MeetingsDocument, {}, secretary));
    expect(meetings.some((m) => m.id === meeting.id)).toBe(true);
    expect(commission).toMatchObject({ steps: ['admission', 'final'], viewerActions: [{ action: 'plan_meeting', open: true }] });
    const member = dataOf(await execute(MeetingsDocument, {}, await as('COMMISSION_MEMBER', { region })));
    expect(member.commission.viewerActions).toEqual([]);
  });
});

it('[SM-20] the letter about a positive result names the last day for the portfolio', async () => {
  const found = await makeRegistered(region);
  const { admit } = await import('./commission.fixture');
  expect(codesOf(await admit(secretary, found))).toEqual([]);
  const term = await termOf(found, 'portfolio_submission');
  expect(term).toMatchObject({ status: 'RUNNING' });
  const letter = await letterOf(found, 'application.admitted');
  const [year, month, date] = (term?.untilDate.toISOString().slice(0, 10) ?? '').split('-');
  const months = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'];
  expect(letter?.body.replaceAll('\u00a0', ' ')).toMatch(
    new RegExp(`до ${Number(date)} ${months[Number(month) - 1]}|${date}\\.${month}\\.${year}`),
  );
});
