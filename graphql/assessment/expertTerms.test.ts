import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { aheadMs, moveClock, now } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { isoDay } from '@/server/facts';
import { watchTerms } from '@/server/jobs/watchTerms';
import { prisma } from '@/server/prisma';
import { as, codesOf, makePlace, makeRegion, type Place } from '@/testing/viewers';
import {
  appoint,
  assignmentOf,
  assignmentRow,
  confirm,
  decline,
  lettersOf,
  makeCase,
  makeExpert,
  replace,
  save,
  statusOf,
  type TestCase,
  type TestExpert,
} from './assessment.fixture';

let region: Region;
let coordinator: GraphQLContext;
let place: Place;
/** Noon in Chelyabinsk on a day. */
const on = async (day: string): Promise<void> => {
  await moveClock(aheadMs() + new Date(`${day}T07:00:00Z`).getTime() - now().getTime());
};
beforeAll(async () => {
  region = await makeRegion('chelyabinsk');
  place = await makePlace(region);
  coordinator = await as('COORDINATOR', { region, place });
});
afterAll(() => moveClock(0));

async function invite(count: number): Promise<{ found: TestCase; experts: TestExpert[]; ids: string[] }> {
  const found = await makeCase(region, 'PREPARATION', place);
  const experts = await Promise.all(Array.from({ length: count }, () => makeExpert(region)));
  expect((await appoint(coordinator, found, experts)).problems).toEqual([]);
  return { found, experts, ids: await Promise.all(experts.map((expert) => assignmentOf(found, expert))) };
}
const statuses = async (ids: readonly string[]) => (await Promise.all(ids.map(assignmentRow))).map((row) => row.status);
const termOf = (assignmentId: string, termId: string) =>
  prisma.deadline.findFirstOrThrow({ where: { assignmentId, termId }, orderBy: { id: 'desc' } });
const nth = <T>(list: readonly T[], index: number): T => list[index] as T;

describe('the answer to an invitation', () => {
  it('[CH-36] is waited for two working days, over the holidays; then the next of the reserve is invited, once', async () => {
    // Wednesday before the New Year holidays of 2027: 31 December is off, work begins on 11 January.
    await on('2026-12-30');
    const { found, experts, ids } = await invite(4);
    expect(await statuses(ids)).toEqual(['INVITED', 'INVITED', 'INVITED', 'RESERVE']);
    expect(isoDay((await termOf(nth(ids, 0), 'expert_confirmation')).untilDate)).toBe('2027-01-12');
    await confirm(nth(experts, 0), nth(ids, 0));
    expect((await termOf(nth(ids, 0), 'expert_confirmation')).status).toBe('MET');
    await on('2027-01-12');
    await watchTerms();
    expect(await statuses(ids), 'the last day is still his').toEqual(['CONFIRMED', 'INVITED', 'INVITED', 'RESERVE']);
    await on('2027-01-13');
    await Promise.all([watchTerms(), watchTerms()]);
    await watchTerms();
    expect(await statuses(ids)).toEqual(['CONFIRMED', 'LAPSED', 'LAPSED', 'INVITED']);
    expect(codesOf(await confirm(nth(experts, 1), nth(ids, 1)))).toEqual(['ASSIGNMENT_CLOSED']);
    // Five letters of invitation in all would mean that somebody was asked twice.
    expect(await lettersOf(found, 'expert.invited')).toHaveLength(4);
    expect(isoDay((await termOf(nth(ids, 3), 'expert_confirmation')).untilDate), 'his own two days').toBe('2027-01-15');
    expect(await statusOf(found), 'the case waits for nobody who left').toBe('PREPARATION');
  });

  it('a refusal calls the reserve at once', async () => {
    await on('2027-02-01');
    const { experts, ids } = await invite(4);
    expect((await decline(nth(experts, 1), nth(ids, 1))).problems).toEqual([]);
    expect(await statuses(ids)).toEqual(['INVITED', 'DECLINED', 'INVITED', 'INVITED']);
    expect((await termOf(nth(ids, 1), 'expert_confirmation')).status).not.toBe('RUNNING');
  });

  it('whoever replaces one of a full panel takes his seat and is asked himself', async () => {
    await on('2027-02-08');
    const { found, ids } = await invite(3);
    const by = await makeExpert(region);
    expect((await replace(coordinator, nth(ids, 0), by)).problems).toEqual([]);
    const id = await assignmentOf(found, by);
    expect(await statuses([...ids, id])).toEqual(['REPLACED', 'INVITED', 'INVITED', 'INVITED']);
    expect(await lettersOf(found, 'expert.invited')).toContain(by.expert.accountId);
    expect((await termOf(id, 'expert_confirmation')).status).toBe('RUNNING');
  });
});

describe('an expert who does nothing', () => {
  it('[CH-39] is replaced after five working days without a score, red, while whoever works goes on', async () => {
    // Friday: two weekends lie ahead.
    await on('2027-03-12');
    const { found, experts, ids } = await invite(4);
    for (const k of [0, 1]) await confirm(nth(experts, k), nth(ids, k));
    expect(await statusOf(found)).toBe('EXPERTISE');
    const [busy, idle] = [nth(ids, 0), nth(ids, 1)];
    expect(isoDay((await termOf(idle, 'expert_idle')).untilDate)).toBe('2027-03-19');
    const leaf = await firstLeaf(found);
    await on('2027-03-16');
    expect((await save(nth(experts, 0), busy, leaf, '1')).problems).toEqual([]);
    await on('2027-03-18');
    await watchTerms();
    expect(await warned(found), 'a day before, only who does nothing').toEqual([nth(experts, 1).expert.accountId]);
    expect(isoDay((await termOf(busy, 'expert_idle')).untilDate), 'five working days from his score').toBe('2027-03-23');
    await on('2027-03-19');
    await watchTerms();
    expect((await statuses(ids))[1]).toBe('CONFIRMED');
    await on('2027-03-20');
    await watchTerms();
    await watchTerms();
    expect((await statuses(ids)).slice(0, 2)).toEqual(['SCORING', 'REPLACED']);
    expect(await lettersOf(found, 'expert.replaced')).toHaveLength(1);
    expect(await statusOf(found), 'the others go on').toBe('EXPERTISE');
    expect((await assignmentRow(idle)).sheet, 'his sheet is kept').not.toBeNull();
    expect(codesOf(await save(nth(experts, 1), idle, leaf, '1'))).toEqual(['ASSIGNMENT_CLOSED']);
  });

  /** Three at work, two of them done with these points; the third does nothing until his term lapses. */
  async function lastOneIdle(day: string, after: string, totals: readonly [string, string], count: number) {
    await on(day);
    const { found, experts, ids } = await invite(count);
    for (const k of [0, 1, 2]) await confirm(nth(experts, k), nth(ids, k));
    for (const [k, total] of totals.entries()) {
      await prisma.expertAssignment.update({ where: { id: nth(ids, k) }, data: { status: 'FINAL' } });
      await prisma.scoreSheet.update({ where: { assignmentId: nth(ids, k) }, data: { status: 'FINAL', total } });
    }
    await on(after);
    await watchTerms();
    return { found, ids };
  }

  it('calls nobody of the reserve when the others have finished without him', async () => {
    const { found, ids } = await lastOneIdle('2027-04-05', '2027-04-13', ['10', '10'], 4);
    expect(await statuses(ids)).toEqual(['FINAL', 'FINAL', 'REPLACED', 'NOT_NEEDED']);
    expect(await statusOf(found)).not.toBe('EXPERTISE');
    expect(await lettersOf(found, 'expert.invited')).toHaveLength(3);
    expect(await lettersOf(found, 'experts.appointment_due')).toEqual([]);
  });

  it('is missed when the points lie far apart: the reserve is called, or whoever appoints is asked', async () => {
    const spare = await lastOneIdle('2027-04-19', '2027-04-27', ['10', '40'], 4);
    expect(await statuses(spare.ids)).toEqual(['FINAL', 'FINAL', 'REPLACED', 'INVITED']);
    expect(await lettersOf(spare.found, 'experts.appointment_due')).toEqual([]);
    const none = await lastOneIdle('2027-05-17', '2027-05-25', ['10', '40'], 3);
    expect(await statusOf(none.found)).toBe('EXPERTISE');
    expect((await lettersOf(none.found, 'experts.appointment_due')).length).toBeGreaterThan(0);
  });
});

const firstLeaf = async ({ application }: TestCase): Promise<string> => {
  const version = await prisma.procedureVersion.findUniqueOrThrow({ where: { id: application.procedureVersionId } });
  type Node = { id: string; kind: string; children?: Node[] };
  const { forms } = version.document as unknown as { forms: { positions: string[]; criteria: Node[] }[] };
  let node = forms.find((form) => form.positions.includes('teacher'))?.criteria[0];
  while (node?.children) node = node.children[0];
  return node?.id ?? '';
};

const warned = async ({ application }: TestCase) =>
  (await prisma.notification.findMany({ where: { applicationId: application.id, event: 'expert.idle_soon' } })).map((l) => l.accountId);
