import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { ExpertAssignmentDocument } from '@/gql/graphql';
import { moveClock } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { watchTerms } from '@/server/jobs/watchTerms';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { as, codesOf, contextOf, dataOf, makeRegion } from '@/testing/viewers';
import {
  advise,
  appoint,
  assignmentOf,
  assignmentRow,
  confirm,
  decline,
  finish,
  lettersOf,
  makeCase,
  makeExpert,
  save,
  statusOf,
  type TestCase,
  type TestExpert,
} from './assessment.fixture';

let region: Region;
let group: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion('sverdlovsk');
  group = await as('WORKING_GROUP', { region });
});

/** A case with five experts invited for the three seats of the panel. */
async function invite(): Promise<{ found: TestCase; experts: TestExpert[]; ids: string[] }> {
  const found = await makeCase(region, 'PREPARATION');
  const experts = await Promise.all([1, 2, 3, 4, 5].map(() => makeExpert(region)));
  expect((await appoint(group, found, experts)).problems).toEqual([]);
  return { found, experts, ids: await Promise.all(experts.map((expert) => assignmentOf(found, expert))) };
}

const seen = async ({ context }: TestExpert, id: string) => {
  const again = await contextOf(region, context.session?.sessionId ?? null);
  return dataOf(await execute(ExpertAssignmentDocument, { id }, again)).expertAssignment;
};
const nth = <T>(list: readonly T[], index: number): T => list[index] as T;

describe('an invitation', () => {
  it('[SV-11] [SV-15] [SV-16] goes to all at once, tells until when to answer and until when to score, and is confirmed', async () => {
    const { found, experts, ids } = await invite();
    expect(await lettersOf(found, 'expert.invited')).toHaveLength(5);
    const [expert, id] = [nth(experts, 0), nth(ids, 0)];
    const untilDate = new Date('2027-06-26');
    const { id: applicationId, regionId } = found.application;
    await prisma.deadline.create({
      data: {
        id: newId(),
        regionId,
        applicationId,
        termId: 'expert_review',
        startedAt: untilDate,
        untilDate,
        lapsesAt: untilDate,
        status: 'SET',
      },
    });
    const waiting = await seen(expert, id);
    expect(waiting).toMatchObject({
      status: 'INVITED',
      statusLabel: 'Ожидание',
      scoreUntil: '2027-06-26',
      scoreAmount: 10,
      scoreUnit: 'working_days',
      criteriaCount: 16,
    });
    expect(waiting?.deadline).toBeTruthy();
    expect(waiting?.viewerActions.filter((act) => act.open).map((act) => act.action)).toEqual(
      expect.arrayContaining(['confirm_participation', 'decline_assignment']),
    );
    expect((await confirm(expert, id)).problems).toEqual([]);
    expect(await seen(expert, id)).toMatchObject({ status: 'CONFIRMED', statusLabel: 'Подтвержден' });
    const own = await prisma.deadline.findMany({ where: { assignmentId: { in: ids } }, orderBy: { assignmentId: 'asc' } });
    expect(own.map((term) => `${term.termId} ${ids.indexOf(term.assignmentId ?? '')} ${term.status}`).sort()).toEqual([
      'expert_confirmation 0 MET',
      ...[1, 2, 3, 4].map((k) => `expert_confirmation ${k} RUNNING`),
    ]);
  });

  it('[SV-14] two confirm the last place at once: one is in, the other is told that enough were found and is free', async () => {
    const { found, experts, ids } = await invite();
    for (const k of [0, 1]) await confirm(nth(experts, k), nth(ids, k));
    const answers = await Promise.all([2, 3].map(async (k) => codesOf(await confirm(nth(experts, k), nth(ids, k)))));
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(answers).toContainEqual(['PANEL_FULL']);
    const statuses = (await Promise.all(ids.map(assignmentRow))).map((row) => row.status);
    expect(statuses.filter((status) => status === 'CONFIRMED')).toHaveLength(3);
    expect(statuses.filter((status) => status === 'NOT_NEEDED')).toHaveLength(2);
    expect(await lettersOf(found, 'expert.released')).toHaveLength(2);
    const late = statuses.indexOf('NOT_NEEDED');
    expect(codesOf(await confirm(nth(experts, late), nth(ids, late)))).toEqual(['PANEL_FULL']);
    const told = await seen(nth(experts, late), nth(ids, late));
    expect(told).toMatchObject({ statusLabel: 'Необходимое количество специалистов по оценке уже набрано', application: null });
    // He may take part in another procedure.
    expect((await appoint(group, await makeCase(region, 'PREPARATION'), [nth(experts, late)])).problems).toEqual([]);
  });

  it('[SV-17] [SV-31] is declined only with a reason; the others fill the panel; the second letter comes after the stated day of confirmation', async () => {
    const { found, experts, ids } = await invite();
    expect(codesOf(await decline(nth(experts, 0), nth(ids, 0), ' '))).toEqual(['REASON_REQUIRED']);
    expect((await decline(nth(experts, 0), nth(ids, 0), 'Нахожусь в отпуске')).problems).toEqual([]);
    expect(await assignmentRow(nth(ids, 0))).toMatchObject({ status: 'DECLINED', reason: 'Нахожусь в отпуске' });
    expect(codesOf(await confirm(nth(experts, 0), nth(ids, 0)))).toEqual(['ASSIGNMENT_CLOSED']);
    await prisma.employerPaper.create({
      data: {
        id: newId(),
        regionId: region.id,
        applicationId: found.application.id,
        organisationId: found.place.organisation.id,
        status: 'ATTACHED',
        requestedAt: new Date(),
      },
    });
    for (const k of [1, 2]) await confirm(nth(experts, k), nth(ids, k));
    expect(await statusOf(found)).toBe('PREPARATION');
    await confirm(nth(experts, 3), nth(ids, 3));
    expect(await statusOf(found), 'the day stated for confirming is ahead').toBe('PREPARATION');
    expect(await lettersOf(found, 'expert.review_opened')).toEqual([]);
    await moveClock(12 * 86_400_000);
    await watchTerms();
    await moveClock(0);
    expect(await statusOf(found), 'all gathered, the note attached, the day over').toBe('EXPERTISE');
    expect((await lettersOf(found, 'expert.review_opened')).length, 'the second letter').toBe(3);
  });
});

describe('the points', () => {
  it('[SV-22] [SV-24] [SV-26] [SV-27] four groups of sixteen criteria with sums; recommendations are wanted, saving goes in two steps', async () => {
    const { found, experts, ids } = await invite();
    for (const k of [0, 1, 2]) await confirm(nth(experts, k), nth(ids, k));
    await prisma.application.update({ where: { id: found.application.id }, data: { status: 'EXPERTISE' } });
    const [expert, id] = [nth(experts, 0), nth(ids, 0)];
    const { sheet } = dataOf(await execute<{ expertAssignment: { sheet: Grid } }, object>(GRID, { id }, expert.context)).expertAssignment;
    const under = (group: string) => sheet.criteria.filter((criterion) => criterion.parentId === group && criterion.kind === 'leaf');
    const groups = sheet.criteria.filter((criterion) => criterion.kind === 'group').map((criterion) => criterion.id);
    expect(groups.map((group) => under(group).length)).toEqual([4, 4, 4, 4]);
    expect(sheet).toMatchObject({ twoStepSave: true, recommendationsRequired: true });
    const { procedure } = await getCurrentProcedure(region.id);
    const sample = procedure.forms.find((form) => form.positions.includes('teacher'))?.sample;
    for (const leaf of sheet.criteria.filter((criterion) => criterion.kind === 'leaf'))
      expect((await save(expert, id, leaf.id, String(sample?.scores[leaf.id] ?? 0))).problems).toEqual([]);
    expect(codesOf(await finish(expert, id))).toEqual(['RECOMMENDATIONS_REQUIRED']);
    await advise(expert, id, 'Опишите динамику результатов');
    const again = dataOf(await execute<{ expertAssignment: { sheet: Grid } }, object>(GRID, { id }, expert.context)).expertAssignment.sheet;
    expect(groups.map((group) => again.criteria.find((criterion) => criterion.id === group)?.sum)).toEqual(['3', '4', '8', '4']);
    expect((await finish(expert, id)).problems).toEqual([]);
    expect((await assignmentRow(id)).sheet).toMatchObject({ status: 'FINAL' });
  });
});

interface Grid {
  twoStepSave: boolean;
  criteria: { id: string; kind: string; parentId: string | null; sum: string | null }[];
}
const GRID =
  'query ($id: UUID!) { expertAssignment(id: $id) { sheet { twoStepSave recommendationsRequired criteria { id kind parentId sum } } } }';
