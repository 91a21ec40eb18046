import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '@/domain/days';
import type { Application, Region } from '@/generated/prisma/client';
import { aheadMs, moveClock, now } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { applyEvents } from '@/server/events';
import { watchTerms } from '@/server/jobs/watchTerms';
import { prisma } from '@/server/prisma';
import {
  ACCEPT,
  OPEN_REVIEW,
  OPEN_SESSION,
  RECORD_PORTAL_NUMBER,
  REFUSE_INTAKE,
  REGISTER,
  RETURN,
  SEND_TO_REVIEW,
  SET_DATES,
} from '@/server/walk/documents';
import { as, failureOf, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { act, ask, codes, makeSent, readCase } from '../schedule/schedule.fixture';

const DAY_MS = 86_400_000;
// Days of the region: its midnight comes hours before that of UTC.
const inDays = (days: number) => addDays(dayIn('Asia/Yekaterinburg', now()), days);
const later = (days: number) => moveClock(aheadMs() + days * DAY_MS);
afterEach(() => moveClock(0));

const number = (who: GraphQLContext, { id }: Application, value: string) =>
  codes(who, RECORD_PORTAL_NUMBER, { input: { id, number: value } });

/** A case that was sent; where the system registers it has its own number since then. */
async function sentIn(region: Region, place: Place) {
  const found = await makeSent(region, place);
  await prisma.$transaction((tx) => applyEvents(tx, found.id, ['application.submitted'], now()));
  return found;
}

describe('a region that waits for the number of a portal', () => {
  let region: Region;
  let place: Place;
  let group: GraphQLContext;
  beforeAll(async () => {
    region = await makeRegion('sverdlovsk');
    place = await makePlace(region);
    group = await as('WORKING_GROUP', { region });
  });
  const registered = async () => {
    const found = await sentIn(region, place);
    expect(await number(group, found, '1234567890')).toEqual([]);
    return found;
  };
  const setDates = (found: Application, dates: Record<string, string>) =>
    act(group, SET_DATES, {
      input: { applicationId: found.id, dates: Object.entries(dates).map(([termId, untilDate]) => ({ termId, untilDate })) },
    });

  it('is registered by the system as soon as the working group records it, once', async () => {
    const found = await sentIn(region, place);
    const seen = await readCase(group, found.id);
    expect(seen).toMatchObject({ status: 'SUBMITTED', statusLabel: 'Заявление ПГУ', number: expect.stringMatching(/^66-/) });
    expect(seen.whoseMove[0]).toMatchObject({ action: 'record_portal_number', roles: ['WORKING_GROUP'] });
    expect(await number(group, found, '  ')).toEqual(['REQUIRED']);
    expect(await number(group, found, '1'.repeat(41))).toEqual(['VALUE_TOO_LONG']);
    expect(await number(await as('OPERATOR', { region }), found, '1')).toEqual(['NOT_YOUR_MOVE']);
    expect(await codes(group, REGISTER, { id: found.id })).toEqual(['NOT_YOUR_MOVE']);
    expect(await number(group, found, ' 987-654 ')).toEqual([]);
    expect(await readCase(group, found.id)).toMatchObject({ status: 'REGISTERED', portalNumber: '987-654', statusLabel: 'Подготовка' });
    expect(await number(group, found, '2')).toEqual(['WRONG_STATUS']);
  });

  it('the working group accepts, returns and refuses with the reasons of the region', async () => {
    const taken = await registered();
    expect(await codes(group, ACCEPT, { id: taken.id })).toEqual([]);
    expect(await readCase(group, taken.id)).toMatchObject({ status: 'PREPARATION' });
    const reasoned = (found: Application, reasonId: string) => ({ input: { id: found.id, reasonId, text: 'Копия приказа не читается' } });
    const ids = async (found: Application, field: string) => {
      const document = `query ($id: UUID!) { application(id: $id) { ${field} { id } } }`;
      const { data } = await ask<{ application: Record<string, { id: string }[]> }>(group, document, { id: found.id });
      return data?.application[field]?.[0]?.id ?? '';
    };
    const back = await registered();
    expect(await codes(group, RETURN, reasoned(back, 'made_up'))).toEqual(['REASON_NOT_ALLOWED']);
    expect(await codes(group, RETURN, reasoned(back, await ids(back, 'returnReasons')))).toEqual([]);
    expect(await readCase(group, back.id)).toMatchObject({ statusLabel: 'Возвращено на доработку' });
    const out = await registered();
    expect(await codes(group, REFUSE_INTAKE, reasoned(out, await ids(out, 'refusalReasons')))).toEqual([]);
    expect(await readCase(group, out.id)).toMatchObject({ statusLabel: 'Отклонено' });
  });

  it('dates of a case are set together (trap 1), and an impossible set is refused in a sentence that names both days', async () => {
    const found = await registered();
    const bad = await setDates(found, { employer_note: inDays(40), expert_confirmation: inDays(38), expert_review: inDays(38) });
    expect(bad.problems.map((p) => [p.code, p.path.at(-1)])).toEqual([['DATES_CONTRADICT', 'expert_review']]);
    expect(bad.problems[0]?.message).toMatch(/\d{4}.* раньше, чем .*\d{4}/);
    const long = await setDates(found, { service_total: inDays(125) });
    expect(long.problems.map((p) => p.code)).toEqual(['TERM_TOO_LONG']);
    expect(long.problems[0]?.message).toMatch(/не больше 90 дней.*125/);
    expect((await setDates(found, { employer_note: inDays(-1) })).problems.map((p) => p.code)).toEqual(['DATE_IN_PAST']);
    expect((await setDates(found, { correction: inDays(5) })).problems.map((p) => p.code)).toEqual(['VALUE_NOT_LISTED']);
    expect(
      failureOf(await ask(group, SET_DATES, { input: { applicationId: found.id, dates: [{ termId: 'x', untilDate: '2026-02-30' }] } })),
    ).toBe('BAD_USER_INPUT');

    const good = { employer_note: inDays(12), expert_confirmation: inDays(12), expert_review: inDays(45), service_total: inDays(80) };
    expect((await setDates(found, good)).problems).toEqual([]);
    const seen = await readCase(group, found.id);
    expect(Object.fromEntries(seen.settableDates.map((d) => [d.termId, d.untilDate]))).toEqual(good);
    expect(seen.deadlines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ termId: 'employer_note', untilDate: good.employer_note, status: 'RUNNING' }),
        expect.objectContaining({ termId: 'expert_review', untilDate: good.expert_review, status: 'SET' }),
      ]),
    );
    // What stands is judged as well: the review alone may not go before the paper.
    expect((await setDates(found, { expert_review: inDays(11) })).problems.map((p) => p.code)).toEqual(['DATES_CONTRADICT']);
    expect((await setDates(found, { expert_review: inDays(44) })).problems).toEqual([]);
    await prisma.$transaction((tx) => applyEvents(tx, found.id, ['review.opened'], now()));
    const begun = await readCase(group, found.id);
    expect(begun.deadlines).toContainEqual(expect.objectContaining({ termId: 'expert_review', untilDate: inDays(44), status: 'RUNNING' }));
    expect((await setDates(found, { expert_review: inDays(46) })).problems).toEqual([]);
    expect(await prisma.deadline.count({ where: { applicationId: found.id, termId: 'expert_review', status: 'RUNNING' } })).toBe(1);
  });

  it('a missed term still stands at the move it belongs to, as overdue', async () => {
    const found = await registered();
    const term = await prisma.deadline.findFirstOrThrow({ where: { applicationId: found.id, termId: 'review_application' } });
    await moveClock(term.lapsesAt.getTime() + 2 * DAY_MS - Date.now());
    await watchTerms();
    const move = (await readCase(group, found.id)).whoseMove.find((m) => m.action === 'accept');
    expect(move?.deadline).toMatchObject({ status: 'LAPSED' });
    expect(move?.deadline?.daysLeft).toBeLessThan(0);
  });
});

describe('a region that looks at applications and archives them', () => {
  let region: Region;
  let place: Place;
  let operator: GraphQLContext;
  beforeAll(async () => {
    region = await makeRegion('irkutsk');
    place = await makePlace(region);
    operator = await as('OPERATOR', { region });
  });

  it('the operator records the number, takes the application up and sends it to the experts; the review waits for them', async () => {
    const found = await sentIn(region, place);
    expect(await number(operator, found, '42')).toEqual([]);
    expect(await readCase(operator, found.id)).toMatchObject({ statusLabel: 'Заявление зарегистрировано' });
    const secretary = await as('SECRETARY', { region });
    expect(await codes(secretary, ACCEPT, { id: found.id })).toEqual(['NOT_YOUR_MOVE']);
    expect(await codes(operator, ACCEPT, { id: found.id })).toEqual([]);
    expect(await codes(operator, SEND_TO_REVIEW, { id: found.id })).toEqual([]);
    expect(await readCase(operator, found.id)).toMatchObject({ statusLabel: 'Направлено на экспертизу' });
    expect(await codes(operator, OPEN_REVIEW, { id: found.id })).toEqual(['EXPERTS_NOT_CONFIRMED']);
    expect(await codes(secretary, OPEN_SESSION, { id: found.id })).toEqual(['WRONG_STATUS']);
  });

  it.each(['GRANTED', 'REFUSED', 'INTAKE_REFUSED', 'WITHDRAWN'])(
    'the system archives a case that ended as %s by its term',
    async (status) => {
      const found = await makeSent(region, place, { status });
      await prisma.$transaction((tx) => applyEvents(tx, found.id, ['application.closed', 'application.status_changed'], now()));
      await later(20);
      await watchTerms();
      expect(await readCase(operator, found.id)).toMatchObject({ status });
      // Thirty days of the term, and the January holidays where it ends in them.
      await later(30);
      await watchTerms();
      expect(await readCase(operator, found.id)).toMatchObject({ status: 'ARCHIVED', statusLabel: 'В архиве', whoseMove: [] });
      const line = await prisma.timelineEntry.findFirst({ where: { applicationId: found.id, kind: 'archive' } });
      expect(line).toMatchObject({ actorRole: 'SYSTEM', fromStatus: status, toStatus: 'ARCHIVED' });
    },
  );
});
