import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import * as M from '@/server/walk/documents';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';
import { as, codesOf, contextOf, dataOf, failureOf, makePlace } from '@/testing/viewers';

let land: Land;
let coordinator: GraphQLContext;
let operator: GraphQLContext;
beforeAll(async () => {
  land = await makeLand('tomsk');
  coordinator = await as('COORDINATOR', { region: land.region, place: land.place });
  operator = await as('OPERATOR', { region: land.region });
}, 60_000);

type Payload = { problems: { code: string; path: string[] }[] };
const run = async (who: GraphQLContext, document: string, variables: object): Promise<Payload> => {
  const data = dataOf(await execute<Record<string, Payload>, object>(document, variables, who));
  return Object.values(data)[0] ?? { problems: [] };
};
const form = (who: GraphQLContext, { id }: Journey, reason = 'По состоянию здоровья.') =>
  run(who, M.FORM_WITHDRAWAL, { input: { applicationId: id, reason } });
const send = (who: GraphQLContext, { id }: Journey) => run(who, M.SEND_WITHDRAWAL, { id });
const register = (who: GraphQLContext, { id }: Journey) => run(who, M.REGISTER_WITHDRAWAL, { id });
const decline = (who: GraphQLContext, { id }: Journey, reason: string) =>
  run(who, M.DECLINE_WITHDRAWAL, { input: { applicationId: id, reason } });
const recordOf = ({ id }: Journey) => prisma.withdrawal.findUnique({ where: { applicationId: id } });
const letterOf = ({ id }: Journey, event: string) => prisma.notification.findMany({ where: { applicationId: id, event } });

/** A case that stands in a status, its withdrawal formed, signed and attached. */
async function attached(status: 'PREPARATION' | 'EXPERTISE' = 'PREPARATION'): Promise<Journey> {
  const journey = await beginJourney(land);
  await journey.walkTo(status);
  expect(codesOf(await form(journey.teacher, journey))).toEqual([]);
  expect((await journey.step('attach_withdrawal')).problems).toEqual([]);
  return journey;
}
async function sent(status?: 'PREPARATION' | 'EXPERTISE'): Promise<Journey> {
  const journey = await attached(status);
  expect(codesOf(await send(journey.teacher, journey))).toEqual([]);
  return journey;
}

const LIST = `query ($settled: Boolean!) { withdrawals(settled: $settled) { status statusLabel reason declineReason application { id fullName } } }`;
type Row = {
  status: string;
  statusLabel: string;
  reason: string;
  declineReason: string | null;
  application: { id: string; fullName: string };
};
const list = async (who: GraphQLContext, settled: boolean) =>
  dataOf(await execute<{ withdrawals: Row[] }, object>(LIST, { settled }, who)).withdrawals;

describe('a withdrawal that is registered', () => {
  it('[TM-50] [TM-51] is formed with a reason, cannot be sent before the signed scan is attached, and not formed again once it was sent', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    expect(codesOf(await send(journey.teacher, journey))).toEqual(['WRONG_STATUS']);
    expect(codesOf(await form(journey.teacher, journey, '  '))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await form(journey.teacher, journey, 'х'.repeat(2001)))).toEqual(['VALUE_TOO_LONG']);
    expect(await recordOf(journey)).toBeNull();
    expect(codesOf(await form(journey.teacher, journey))).toEqual([]);
    expect(await recordOf(journey)).toMatchObject({ status: 'FORMED', reason: 'По состоянию здоровья.' });
    expect(codesOf(await send(journey.teacher, journey))).toEqual(['WRONG_STATUS']);
    expect((await journey.step('attach_withdrawal')).problems).toEqual([]);
    expect(await recordOf(journey)).toMatchObject({ status: 'ATTACHED' });
    expect(codesOf(await send(journey.teacher, journey))).toEqual([]);
    expect(await recordOf(journey)).toMatchObject({ status: 'SENT', sentAt: expect.any(Date) });
    expect(codesOf(await form(journey.teacher, journey))).toEqual(['WRONG_STATUS']);
    expect((await journey.status()).status).toBe('PREPARATION');
    const letters = await letterOf(journey, 'withdrawal.sent');
    expect(letters.length).toBeGreaterThan(0);
    for (const letter of letters)
      expect([letter.role, letter.body]).toEqual(['COORDINATOR', expect.stringContaining('По состоянию здоровья.')]);
  });

  it('[TM-49] may be formed by the municipality’s coordinator, and by nobody who is neither he nor the teacher', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    expect(codesOf(await form(operator, journey))).toEqual(['NOT_YOUR_MOVE']);
    const stranger = await as('COORDINATOR', { region: land.region, place: await makePlace(land.region) });
    await expect(form(stranger, journey)).rejects.toThrow('NOT_FOUND');
    expect(codesOf(await form(coordinator, journey, 'Увольнение'))).toEqual([]);
    expect(await recordOf(journey)).toMatchObject({ status: 'FORMED', reason: 'Увольнение', formedById: coordinator.viewer?.accountId });
    const author = async () => {
      const document = 'query ($id: UUID!) { application(id: $id) { withdrawal { author { fullName roleLabel } } } }';
      const context = await contextOf(land.region, coordinator.session?.sessionId ?? null);
      type Seen = { application: { withdrawal: { author: { fullName: string; roleLabel: string } | null } } };
      return dataOf(await execute<Seen, object>(document, { id: journey.id }, context)).application.withdrawal.author;
    };
    expect((await author())?.roleLabel).toMatch(/^Координатор по аттестации по муниципальному образованию, ./);
    // It may be formed anew until its scan is attached, and is then of whoever did.
    expect(codesOf(await form(journey.teacher, journey, 'Переезд'))).toEqual([]);
    expect(await recordOf(journey)).toMatchObject({ status: 'FORMED', reason: 'Переезд' });
    expect(await author()).toBeNull();
    expect((await journey.step('attach_withdrawal')).problems).toEqual([]);
    expect(codesOf(await form(journey.teacher, journey, 'Передумала'))).toEqual(['WRONG_STATUS']);
  });

  it('[TM-43] [TM-44] stands in the register with its reason: new ones, and those settled earlier, of the own municipality', async () => {
    const waits = await sent();
    const settled = await sent();
    expect(codesOf(await register(coordinator, settled))).toEqual([]);
    const draft = await attached();
    const ids = async (who: GraphQLContext, which: boolean) => (await list(who, which)).map((row) => row.application.id);
    for (const who of [coordinator, operator]) {
      expect(await ids(who, false)).toContain(waits.id);
      expect(await ids(who, false)).not.toContain(settled.id);
      expect(await ids(who, true)).toContain(settled.id);
      expect([...(await ids(who, true)), ...(await ids(who, false))]).not.toContain(draft.id);
    }
    const row = (await list(coordinator, true)).find((r) => r.application.id === settled.id);
    expect(row).toMatchObject({ status: 'REGISTERED', statusLabel: 'Отзыв зарегистрирован', reason: 'По состоянию здоровья.' });
    const stranger = await as('COORDINATOR', { region: land.region, place: await makePlace(land.region) });
    expect([...(await list(stranger, true)), ...(await list(stranger, false))]).toEqual([]);
    expect(failureOf(await execute(LIST, { settled: true }, waits.teacher))).toBe('FORBIDDEN');
  });

  it('[TM-43] ends the case when it is registered: the experts are released and told, the teacher too', async () => {
    const journey = await sent('EXPERTISE');
    expect(codesOf(await register(journey.teacher, journey))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await register(coordinator, journey))).toEqual([]);
    expect(await journey.status()).toEqual({ status: 'WITHDRAWN', label: 'Отозвано' });
    const seats = await prisma.expertAssignment.findMany({ where: { applicationId: journey.id } });
    expect(seats.map((s) => s.status)).toEqual(seats.map(() => 'NOT_NEEDED'));
    expect(seats.length).toBeGreaterThan(1);
    expect((await letterOf(journey, 'expert.released')).length).toBe(seats.length);
    expect((await letterOf(journey, 'withdrawal.registered')).map((l) => l.role)).toContain('TEACHER');
    expect(codesOf(await register(coordinator, journey))).toEqual(['WRONG_STATUS']);
  });

  it('is declined with a reason the teacher reads; the case goes on, and a new one needs a new scan', async () => {
    const journey = await sent();
    expect(codesOf(await decline(coordinator, journey, ' '))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await decline(coordinator, journey, 'Заявление не подписано'))).toEqual([]);
    expect(await recordOf(journey)).toMatchObject({ status: 'DECLINED', declineReason: 'Заявление не подписано' });
    expect((await journey.status()).status).toBe('PREPARATION');
    const [letter] = await letterOf(journey, 'withdrawal.declined');
    expect([letter?.role, letter?.body]).toEqual(['TEACHER', expect.stringContaining('Заявление не подписано')]);
    expect(codesOf(await form(journey.teacher, journey, 'Переезд'))).toEqual([]);
    expect(await recordOf(journey)).toMatchObject({ status: 'FORMED', reason: 'Переезд', declineReason: null, sentAt: null });
    expect(codesOf(await send(journey.teacher, journey))).toEqual(['WRONG_STATUS']);
  });

  it('cannot be skipped by withdrawing at once', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('PREPARATION');
    expect(codesOf(await run(journey.teacher, M.WITHDRAW, { input: { id: journey.id, reason: 'Передумала' } }))).toEqual(['NOT_YOUR_MOVE']);
    expect((await journey.status()).status).toBe('PREPARATION');
  });

  it('is registered or declined, not both: two at once are one', async () => {
    const journey = await sent();
    const answers = await Promise.all([register(coordinator, journey), decline(operator, journey, 'Заявление не подписано')]);
    expect(answers.flatMap(codesOf)).toEqual(['WRONG_STATUS']);
    const { status } = await journey.status();
    expect([status, (await recordOf(journey))?.status]).toEqual(
      status === 'WITHDRAWN' ? ['WITHDRAWN', 'REGISTERED'] : ['PREPARATION', 'DECLINED'],
    );
  });

  it('that is registered while the case moves on ends it all the same', async () => {
    const journey = await sent();
    const [withdrawn, scheduled] = await Promise.all([register(coordinator, journey), journey.step('set_period')]);
    expect(codesOf(withdrawn)).toEqual([]);
    expect(['', 'WRONG_STATUS']).toContain(scheduled.problems.map((p) => p.code).join());
    expect((await journey.status()).status).toBe('WITHDRAWN');
  });
});

describe('a withdrawal that needs no register', () => {
  it('ends the case at once, without a reason where the region wants none', async () => {
    const irkutsk = await makeLand('irkutsk');
    const journey = await beginJourney(irkutsk);
    await journey.walkTo('REGISTERED');
    expect(codesOf(await form(journey.teacher, journey))).toEqual(['WRONG_STATUS']);
    expect(codesOf(await run(journey.teacher, M.WITHDRAW, { input: { id: journey.id, reason: '' } }))).toEqual([]);
    expect((await journey.status()).status).toBe('WITHDRAWN');
    expect(await recordOf(journey)).toMatchObject({ status: 'REGISTERED', reason: '' });
  });
});
