import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { ExpertAssignmentDocument, ExpertCandidatesDocument } from '@/gql/graphql';
import { aheadMs, moveClock, now } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { watchTerms } from '@/server/jobs/watchTerms';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { startTerm } from '@/server/terms';
import { as, codesOf, contextOf, dataOf, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { appoint, assignmentOf, makeCase, makeExpert, save, type TestCase, type TestExpert } from './assessment.fixture';

let region: Region;
let place: Place;
let coordinator: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion('tomsk');
  place = await makePlace(region);
  coordinator = await as('COORDINATOR', { region, place });
});
afterAll(() => moveClock(0));

/** An expert of another organisation of a municipality. */
const near = async (of: Place): Promise<TestExpert> =>
  makeExpert(region, { place: { municipality: of.municipality, organisation: (await makePlace(region)).organisation } });
const offered = async (context: GraphQLContext, { application }: TestCase) =>
  dataOf(await execute(ExpertCandidatesDocument, { id: application.id, search: null }, context)).application?.expertCandidates ?? [];
const ask = async <T>(context: GraphQLContext, query: string, id: string): Promise<T> =>
  dataOf(await execute<T, object>(query, { id }, await contextOf(region, context.session?.sessionId ?? null)));

describe('experts of the own municipality', () => {
  it('[TM-40] are the only ones a coordinator is offered and may appoint; where none fits the operator looks further', async () => {
    const found = await makeCase(region, 'PREPARATION', place);
    const [own, strange] = [await near(place), await near(await makePlace(region))];
    const ids = (await offered(coordinator, found)).map((candidate) => candidate.id);
    expect(ids).toContain(own.expert.id);
    expect(ids).not.toContain(strange.expert.id);
    expect(codesOf(await appoint(coordinator, found, [strange]))).toEqual(['OTHER_MUNICIPALITY']);
    const operator = await as('OPERATOR', { region });
    expect((await offered(operator, found)).find((candidate) => candidate.id === strange.expert.id)).toMatchObject({ open: true });
    expect((await appoint(operator, found, [strange])).problems).toEqual([]);
    // A coordinator of another municipality does not even see the case.
    const other = await as('COORDINATOR', { region, place: await makePlace(region) });
    const { application } = dataOf(await execute(ExpertCandidatesDocument, { id: found.application.id, search: null }, other));
    expect(application).toBeNull();
  });
});

describe('the contacts of a case', () => {
  it('[TM-07] are those of the application, in the letter and in the expert’s cabinet, and reading them leaves a line', async () => {
    const found = await makeCase(region, 'EXPERTISE', place);
    const [expert, stranger] = [await near(place), await near(place)];
    await prisma.account.update({ where: { id: found.application.accountId }, data: { phone: '' } });
    const values = { ...(found.application.values as object), phone: '+7 900 000-00-05' };
    await prisma.application.update({ where: { id: found.application.id }, data: { values } });
    expect((await appoint(coordinator, found, [expert])).problems).toEqual([]);
    const accountId = expert.expert.accountId;
    const letter = await prisma.notification.findFirstOrThrow({
      where: { accountId, event: 'expert.assigned', applicationId: found.application.id },
    });
    expect(letter.body).toContain('Телефон: +7 900 000-00-05');
    const read = async (who: TestExpert) =>
      dataOf(await execute(ExpertAssignmentDocument, { id: await assignmentOf(found, expert) }, who.context)).expertAssignment?.application;
    const seen = await read(expert);
    expect(seen?.answers.map(({ value }) => value)).toContain('+7 900 000-00-05');
    expect(seen?.organisation?.name).toBe(place.organisation.name);
    const line = { accountId, action: 'read_case', applicationId: found.application.id };
    expect(await prisma.auditEntry.count({ where: line })).toBeGreaterThan(0);
    expect(await read(stranger)).toBeUndefined();
  });
});

describe('the term of appointing', () => {
  it('runs on while the panel is short of an expert, and is met by the last one', async () => {
    const found = await makeCase(region, 'PREPARATION', place);
    const [first, second] = [await near(place), await near(place)];
    const { procedure } = await getCurrentProcedure(region.id);
    const term = procedure.deadlines.find(({ id }) => id === 'appoint_experts');
    await prisma.$transaction((tx) =>
      startTerm(tx, { regionId: region.id, applicationId: found.application.id, zone: procedure.region.timezone }, term ?? never(), now()),
    );
    const status = async () =>
      (await prisma.deadline.findFirstOrThrow({ where: { applicationId: found.application.id, termId: 'appoint_experts' } })).status;
    expect((await appoint(coordinator, found, [first])).problems).toEqual([]);
    expect(await status()).toBe('RUNNING');
    expect((await appoint(coordinator, found, [second])).problems).toEqual([]);
    expect(await status()).toBe('MET');
  });
});

const never = (): never => {
  throw new Error('the procedure has no such term');
};
const MINE = 'query { expertAssignments(open: true) { edges { node { application { id fullName } } } } }';
interface Mine {
  expertAssignments: { edges: { node: { application: { fullName: string } } }[] };
}
const SHEETS = 'query ($id: UUID!) { application(id: $id) { assignments { own sheet { total criteria { id score { value } } } } } }';
interface Sheets {
  application: {
    assignments: { own: boolean; sheet: { total: string; criteria: { id: string; score: { value: string } | null }[] } | null }[];
  };
}

describe('experts who score together', () => {
  it('[TM-07] see their applicants at once, and are asked for no points; a stranger sees nothing', async () => {
    const found = await makeCase(region, 'EXPERTISE', place);
    const experts = [await near(place), await near(place)] as const;
    await prisma.account.update({ where: { id: found.application.accountId }, data: { phone: '+7 913 000-00-01' } });
    expect((await appoint(coordinator, found, [...experts])).problems).toEqual([]);
    const letter = await prisma.notification.findFirstOrThrow({
      where: { accountId: experts[0].expert.accountId, event: 'expert.assigned' },
    });
    expect(letter.body, 'contact data come with the appointment').toContain('+7 913 000-00-01');
    const mine = await ask<Mine>(experts[0].context, MINE, found.application.id);
    expect(mine.expertAssignments.edges.map(({ node }) => node.application.fullName)).toEqual([
      `${found.application.lastName} ${found.application.firstName} ${found.application.patronymic}`,
    ]);
    const { application } = await ask<Sheets>(experts[1].context, SHEETS, found.application.id);
    expect(application.assignments.map((a) => a.sheet)).toEqual([null, null]);
    const stranger = await near(place);
    expect(await ask<{ application: null }>(stranger.context, SHEETS, found.application.id)).toEqual({ application: null });
  });

  it('see one another’s points while they work in a version that asks for them', async () => {
    await makeRegion('procedures/tomsk/1.1.0');
    const { id: currentVersionId } = await prisma.procedureVersion.findFirstOrThrow({ where: { regionId: region.id, version: '1.1.0' } });
    const found = await makeCase({ ...region, currentVersionId }, 'EXPERTISE', place);
    const experts = [await near(place), await near(place)] as const;
    expect((await appoint(coordinator, found, [...experts])).problems).toEqual([]);
    const id = await assignmentOf(found, experts[0]);
    const { application } = await ask<Sheets>(experts[1].context, SHEETS, found.application.id);
    const leaf = application.assignments[0]?.sheet?.criteria.at(-1)?.id ?? '';
    expect((await save(experts[0], id, leaf, '1')).problems).toEqual([]);
    const seen = (await ask<Sheets>(experts[1].context, SHEETS, found.application.id)).application.assignments.find((a) => !a.own);
    expect(seen?.sheet?.criteria.find((criterion) => criterion.id === leaf)?.score?.value).toBe('1');
  });
});

describe('the month', () => {
  it('[TM-12] begins a term until the 15th, warns the coordinator who still has conclusions to hand over, and begins once', async () => {
    const quiet = await as('COORDINATOR', { region, place: await makePlace(region) });
    const noon = async (day: string) => moveClock(aheadMs() + new Date(`${day}T05:00:00Z`).getTime() - now().getTime());
    await noon('2027-06-01');
    await makeCase(region, 'EXPERTISE_DONE', place);
    await Promise.all([watchTerms(), watchTerms()]);
    const rows = await prisma.deadline.findMany({
      where: { regionId: region.id, termId: 'monthly_handover', startedAt: { gte: new Date('2027-05-31') } },
    });
    expect(rows.map((row) => [row.untilDate.toISOString().slice(0, 10), row.applicationId, row.status])).toEqual([
      ['2027-06-15', null, 'RUNNING'],
    ]);
    await noon('2027-06-12');
    await watchTerms();
    await watchTerms();
    const letters = await prisma.notification.findMany({ where: { regionId: region.id, letterId: 'handover_soon' } });
    expect(letters.map((letter) => letter.accountId)).toEqual([coordinator.viewer?.accountId]);
    expect(letters[0]?.body).toMatch(/\d/);
    expect(letters.some((letter) => letter.accountId === quiet.viewer?.accountId)).toBe(false);
    await noon('2027-07-01');
    await watchTerms();
    expect(await prisma.deadline.count({ where: { regionId: region.id, termId: 'monthly_handover', status: 'RUNNING' } })).toBe(1);
  });
});
