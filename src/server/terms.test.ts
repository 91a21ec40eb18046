import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { ConfirmEmployerDocument, ReturnApplicationDocument } from '@/gql/graphql';
import { as, codesOf, makeRegion } from '@/testing/viewers';
import { filled, person, resubmit, said, sent, submit, withdraw } from '../../graphql/application/application.fixture';
import { admit, hold, makeRegistered } from '../../graphql/commission/commission.fixture';
import { moveClock } from './clock';
import { isoDay } from './facts';
import { prisma } from './prisma';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
afterEach(() => moveClock(0));

/** Noon of a day in the region's zone, for everybody. */
const goTo = (day: string) => moveClock(new Date(`${day}T08:00:00Z`).getTime() - Date.now());
const termsOf = async (applicationId: string) => {
  const rows = await prisma.deadline.findMany({ where: { applicationId }, orderBy: { id: 'asc' } });
  return Object.fromEntries(rows.map((row) => [row.termId, `${row.status} ${isoDay(row.untilDate)}`]));
};

describe('terms of a case', () => {
  it('begin with the event of the procedure, in its unit; a last day that is off moves to the next working day', async () => {
    await goTo('2026-10-05');
    const { id } = await sent(region);
    // Thirty calendar days end on 4 November, a day off; five working days pass one weekend.
    expect(await termsOf(id)).toEqual({ review_application: 'RUNNING 2026-11-05', employer_response: 'RUNNING 2026-10-12' });
    const row = await prisma.deadline.findFirstOrThrow({ where: { applicationId: id, termId: 'employer_response' } });
    // The end of that day in Samara, four hours ahead of Greenwich.
    expect(row.lapsesAt.toISOString()).toBe('2026-10-12T20:00:00.000Z');
  });

  it('are met by their event', async () => {
    const { id, place } = await sent(region);
    const head = await person('SCHOOL_HEAD', region, { place });
    const { confirmEmployer } = await said(head, ConfirmEmployerDocument, { applicationId: id });
    expect(codesOf(confirmEmployer)).toEqual([]);
    const row = await prisma.deadline.findFirstOrThrow({ where: { applicationId: id, termId: 'employer_response' } });
    expect(row).toMatchObject({ status: 'MET', endedAt: expect.any(Date) });
  });

  it('stand while the application is returned, and end later by as long in their own unit', async () => {
    await goTo('2026-10-05');
    const { who, id } = await sent(region);
    await goTo('2026-10-07');
    const operator = await person('OPERATOR', region);
    const input = { id, reasonId: 'wrong_position', text: 'Укажите должность точно' };
    expect(codesOf((await said(operator, ReturnApplicationDocument, { input })).returnApplication)).toEqual([]);
    expect(await termsOf(id)).toEqual({
      review_application: 'PAUSED 2026-11-05',
      employer_response: 'PAUSED 2026-10-12',
      correction: 'RUNNING 2026-10-21',
    });
    await goTo('2026-10-14');
    expect(codesOf(await resubmit(who, id))).toEqual([]);
    // Seven days: calendar ones for the thirty days, five working ones for the employer's.
    expect(await termsOf(id)).toEqual({
      review_application: 'RUNNING 2026-11-12',
      employer_response: 'RUNNING 2026-10-19',
      correction: 'MET 2026-10-21',
    });
  });

  it('are cancelled when the case ends, not called met', async () => {
    const { who, id } = await sent(region);
    expect(codesOf(await withdraw(who, id, 'Перехожу в другую школу'))).toEqual([]);
    const states = await prisma.deadline.findMany({ where: { applicationId: id }, select: { status: true } });
    expect(new Set(states.map((s) => s.status))).toEqual(new Set(['CANCELLED']));
  });

  it('[SM-19] the result letter has three working days from the meeting and leaves with the admission itself', async () => {
    const secretary = await as('SECRETARY', { region });
    await goTo('2026-10-30');
    const found = await makeRegistered(region, false);
    await prisma.meeting.update({ where: { id: found.meeting.id }, data: { date: new Date('2026-10-30') } });
    expect(codesOf(await hold(secretary, found.meeting.id, 9, 8))).toEqual([]);
    // A Friday; Wednesday 4 November is off.
    expect(await termsOf(found.application.id)).toMatchObject({ result_letter: 'RUNNING 2026-11-05' });
    expect(codesOf(await admit(secretary, found))).toEqual([]);
    expect(await termsOf(found.application.id)).toMatchObject({
      result_letter: 'MET 2026-11-05',
      portfolio_submission: 'RUNNING 2026-11-30',
    });
    const letters = await prisma.notification.findMany({ where: { applicationId: found.application.id, event: 'application.admitted' } });
    expect(letters).toHaveLength(1);
  });

  it('of the account end for good with the first application that is sent', async () => {
    const { who, id } = await filled(region);
    const term = { regionId: region.id, accountId: who.account.id, termId: 'credentials_life', warned: [] };
    const at = new Date();
    const until = new Date(at.getTime() + 86_400_000);
    const row = await prisma.deadline.create({ data: { ...term, startedAt: at, untilDate: until, lapsesAt: until, status: 'RUNNING' } });
    expect(codesOf(await submit(who, id))).toEqual([]);
    expect(await prisma.deadline.findUnique({ where: { id: row.id } })).toMatchObject({ status: 'MET' });
  });
});
