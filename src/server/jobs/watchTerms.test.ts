import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { ReopenAccountDocument, RequestAccessDocument, RestoreApplicationDocument, SubmitPortfolioDocument } from '@/gql/graphql';
import { anonymous, as, codesOf, contextOf, dataOf, makeRegion } from '@/testing/viewers';
import { attach, begin, person, sent } from '../../../graphql/application/application.fixture';
import { admit, makeRegistered } from '../../../graphql/commission/commission.fixture';
import { moveClock, now } from '../clock';
import { execute } from '../execute';
import { isoDay } from '../facts';
import { newId } from '../ids';
import { prisma } from '../prisma';
import { openSession } from '../sessions';
import { watchTerms } from './watchTerms';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
afterEach(() => moveClock(0));

const DAY_MS = 24 * 60 * 60 * 1000;
/** So many hours before a term's end, for everybody. */
const beforeEnd = (lapsesAt: Date, hours: number) => moveClock(lapsesAt.getTime() - hours * 3_600_000 - Date.now());
const letters = (where: { applicationId?: string; accountId?: string }, event: string) =>
  prisma.notification.count({ where: { ...where, event } });
const runningTerm = (where: { applicationId?: string; accountId?: string }, termId: string) =>
  prisma.deadline.findFirstOrThrow({ where: { ...where, termId }, orderBy: { id: 'desc' } });

/** A case with its portfolio's term running. */
async function admitted() {
  const found = await makeRegistered(region);
  expect(codesOf(await admit(await as('SECRETARY', { region }), found))).toEqual([]);
  const applicationId = found.application.id;
  const account = await prisma.account.findUniqueOrThrow({ where: { id: found.application.accountId } });
  return { applicationId, account, term: await runningTerm({ applicationId }, 'portfolio_submission') };
}

describe('the term of an application by e-mail', () => {
  it('[SM-06] is warned of twice and then locks the account; what was typed and uploaded stays, and the operator opens it again', async () => {
    const email = 'three-days@example.org';
    dataOf(await execute(RequestAccessDocument, { email }, await anonymous(region)));
    const account = await prisma.account.findUniqueOrThrow({ where: { email } });
    await prisma.account.update({ where: { id: account.id }, data: { emailVerifiedAt: new Date(), passwordChosenAt: new Date() } });
    const accountId = account.id;
    const role = await prisma.roleAssignment.findFirstOrThrow({ where: { accountId } });
    const sessionId = await openSession(accountId);
    await prisma.session.update({ where: { id: sessionId }, data: { roleAssignmentId: role.id } });
    const who = { region, account, sessionId };
    const id = await begin(who);
    await attach({ who, id }, 'previous_order_scan');

    const term = await runningTerm({ accountId }, 'credentials_life');
    await watchTerms();
    expect(await letters({ accountId }, 'account.deadline_soon')).toBe(0);
    await beforeEnd(term.lapsesAt, 60);
    await watchTerms();
    await watchTerms();
    expect(await letters({ accountId }, 'account.deadline_soon')).toBe(1);
    await beforeEnd(term.lapsesAt, 36);
    await watchTerms();
    expect(await letters({ accountId }, 'account.deadline_soon')).toBe(2);
    expect(await contextOf(region, sessionId)).toMatchObject({ viewer: { role: 'TEACHER' } });

    await beforeEnd(term.lapsesAt, -1);
    // A look at another region, whose walk may run ahead in time, leaves these terms alone.
    await watchTerms(newId());
    expect(await prisma.account.findUnique({ where: { id: accountId } })).toMatchObject({ lockedAt: null });
    await watchTerms(region.id);
    expect(await prisma.account.findUnique({ where: { id: accountId } })).toMatchObject({ lockedAt: expect.any(Date) });
    expect((await contextOf(region, sessionId)).session).toBeNull();
    expect(await prisma.auditEntry.count({ where: { objectId: accountId, action: 'lock_account' } })).toBe(1);
    expect(await prisma.application.findUnique({ where: { id } })).toMatchObject({ status: 'DRAFT', discardedAt: null });
    expect(await prisma.evidenceFile.count({ where: { applicationId: id, status: 'STORED' } })).toBe(1);

    const operator = await as('OPERATOR', { region });
    expect(codesOf(dataOf(await execute(ReopenAccountDocument, { id: accountId }, operator)).reopenAccount)).toEqual([]);
    expect(await prisma.account.findUnique({ where: { id: accountId } })).toMatchObject({ lockedAt: null });
    const again = await runningTerm({ accountId }, 'credentials_life');
    expect(again).toMatchObject({ status: 'RUNNING', warned: [] });
    expect(again.lapsesAt.getTime()).toBeGreaterThan(now().getTime() + 2 * DAY_MS);
  });
});

describe('the term of the portfolio', () => {
  it('[SM-21] is warned of twice, then locks the case and keeps every file; the operator restores it with a new day', async () => {
    const { applicationId, account, term } = await admitted();
    const sessionId = await openSession(account.id);
    const who = { region, account, sessionId };
    await attach({ who, id: applicationId }, 'previous_order_scan');
    for (const [hours, told] of [
      [8 * 24 + 12, 0],
      [7 * 24 + 12, 1],
      [2 * 24 + 12, 1],
      [24 + 12, 2],
      [1, 2],
    ] as const) {
      await beforeEnd(term.lapsesAt, hours);
      await watchTerms();
      expect([hours, await letters({ applicationId }, 'portfolio.deadline_soon')]).toEqual([hours, told]);
    }
    await beforeEnd(term.lapsesAt, -1);
    expect(await watchTerms()).toMatchObject({ lapsed: expect.any(Number) });
    expect(await prisma.application.findUnique({ where: { id: applicationId } })).toMatchObject({ status: 'EXPIRED' });
    expect(await prisma.evidenceFile.count({ where: { applicationId, status: 'STORED' } })).toBe(1);
    expect(await letters({ applicationId }, 'application.expired')).toBe(1);
    const line = await prisma.timelineEntry.findFirst({ where: { applicationId, kind: 'expire' } });
    expect(line).toMatchObject({ actorRole: 'SYSTEM', fromStatus: 'PREPARATION', toStatus: 'EXPIRED' });

    const teacher = await as('TEACHER', { region, account });
    const submit = async () => codesOf(dataOf(await execute(SubmitPortfolioDocument, { applicationId }, teacher)).submitPortfolio);
    expect(await submit()).toEqual(['WRONG_STATUS']);

    const operator = await as('OPERATOR', { region });
    const restore = async (untilDate: string) =>
      codesOf(dataOf(await execute(RestoreApplicationDocument, { input: { id: applicationId, untilDate } }, operator)).restoreApplication);
    expect(await restore(isoDay(now()))).toEqual(['DATE_IN_PAST']);
    const next = isoDay(new Date(now().getTime() + 10 * DAY_MS));
    expect(await restore(next)).toEqual([]);
    expect(await prisma.application.findUnique({ where: { id: applicationId } })).toMatchObject({ status: 'PREPARATION' });
    const again = await runningTerm({ applicationId }, 'portfolio_submission');
    expect([again.status, isoDay(again.untilDate)]).toEqual(['RUNNING', next]);
    // The new term is a term like the first: it warns, and lapses.
    await beforeEnd(again.lapsesAt, -1);
    await watchTerms();
    expect(await prisma.application.findUnique({ where: { id: applicationId } })).toMatchObject({ status: 'EXPIRED' });
  });

  it('is handled once by two workers at the same time', async () => {
    const { applicationId, term } = await admitted();
    await beforeEnd(term.lapsesAt, 7 * 24 + 12);
    await Promise.all([watchTerms(), watchTerms(), watchTerms()]);
    expect(await letters({ applicationId }, 'portfolio.deadline_soon')).toBe(1);
    await beforeEnd(term.lapsesAt, -1);
    await Promise.all([watchTerms(), watchTerms(), watchTerms()]);
    expect(await letters({ applicationId }, 'application.expired')).toBe(1);
    expect(await prisma.timelineEntry.count({ where: { applicationId, kind: 'expire' } })).toBe(1);
    expect(await prisma.timelineEntry.count({ where: { applicationId, kind: 'lapse_deadline' } })).toBe(1);
  });
});

describe('the term of the employer', () => {
  it('reminds the school once, and its answer still counts', async () => {
    const { id, place } = await sent(region);
    await person('SCHOOL_HEAD', region, { place });
    const term = await runningTerm({ applicationId: id }, 'employer_response');
    await beforeEnd(term.lapsesAt, -1);
    await watchTerms();
    await watchTerms();
    expect(await letters({ applicationId: id }, 'employer.reminded')).toBe(1);
    expect(await prisma.employerConfirmation.findUnique({ where: { applicationId: id } })).toMatchObject({ status: 'REMINDED' });
    expect(await prisma.application.findUnique({ where: { id } })).toMatchObject({ status: 'REGISTERED' });
  });
});

describe('a term that breaks', () => {
  it('holds up no other', async () => {
    const broken = await admitted();
    await prisma.$executeRawUnsafe(`create function refuse_line() returns trigger language plpgsql as $$ begin
      if new."applicationId" = '${broken.applicationId}' then raise exception 'planted'; end if; return new; end $$`);
    await prisma.$executeRaw`create trigger planted before insert on "TimelineEntry" for each row execute function refuse_line()`;
    const whole = await admitted();
    await beforeEnd(whole.term.lapsesAt, -1);
    await watchTerms();
    expect(await prisma.application.findUnique({ where: { id: broken.applicationId } })).toMatchObject({ status: 'PREPARATION' });
    expect(await prisma.application.findUnique({ where: { id: whole.applicationId } })).toMatchObject({ status: 'EXPIRED' });
  });
});
