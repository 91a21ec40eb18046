import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { AppointExpertsDocument, ExpertCandidatesDocument } from '@/gql/graphql';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { runSystem } from '@/server/perform';
import { prisma } from '@/server/prisma';
import { as, codesOf, dataOf, failureOf, makeNeighbour, makePlace, makeRegion } from '@/testing/viewers';
import { appoint, assignmentOf, assignmentRow, lettersOf, makeCase, makeExpert, statusOf, type TestCase } from './assessment.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

const appointedTo = ({ application }: TestCase) => prisma.expertAssignment.count({ where: { applicationId: application.id } });

describe('appointing', () => {
  it('confirms at once, makes an empty sheet, tells the expert, and opens the review when there are enough', async () => {
    const found = await makeCase(region);
    const operator = await as('OPERATOR', { region });
    const [one, two] = [await makeExpert(region), await makeExpert(region)];
    expect((await appoint(operator, found, [one])).problems).toEqual([]);
    expect(await assignmentRow(await assignmentOf(found, one))).toMatchObject({ status: 'CONFIRMED', sheet: { status: 'EMPTY' } });
    expect(await statusOf(found)).toBe('READY');
    expect(await lettersOf(found, 'expert.assigned')).toEqual([one.expert.accountId]);
    expect(await lettersOf(found, 'expert.review_opened')).toEqual([]);
    expect((await appoint(operator, found, [two])).problems).toEqual([]);
    expect(await statusOf(found)).toBe('EXPERTISE');
    expect((await lettersOf(found, 'expert.review_opened')).sort()).toEqual([one.expert.accountId, two.expert.accountId].sort());
  });

  it('tells a further expert that the review has begun, and only him', async () => {
    const found = await makeCase(region);
    const operator = await as('OPERATOR', { region });
    await appoint(operator, found, [await makeExpert(region), await makeExpert(region)]);
    const third = await makeExpert(region);
    expect((await appoint(operator, found, [third])).problems).toEqual([]);
    const told = await lettersOf(found, 'expert.review_opened');
    expect(told).toHaveLength(3);
    expect(told.filter((id) => id === third.expert.accountId)).toHaveLength(1);
  });

  it('[SM-48] a portfolio sent before any expert is appointed waits, and is never decided with none', async () => {
    const found = await makeCase(region);
    await prisma.$transaction((tx) => runSystem(tx, found.application.id, new Date()));
    expect(await statusOf(found)).toBe('READY');
    const [one] = [await makeExpert(region)];
    await appoint(await as('OPERATOR', { region }), found, [one]);
    await prisma.expertAssignment.updateMany({ where: { applicationId: found.application.id }, data: { status: 'FINAL' } });
    await prisma.$transaction((tx) => runSystem(tx, found.application.id, new Date()));
    expect(await statusOf(found)).toBe('READY');
    // Even in the review itself: without an expert nothing is complete.
    const lonely = await makeCase(region, 'EXPERTISE');
    await prisma.$transaction((tx) => runSystem(tx, lonely.application.id, new Date()));
    expect(await statusOf(lonely)).toBe('EXPERTISE');
  });
});

describe('refusals, all or none', () => {
  it('refuses an expert of the teacher’s own organisation', async () => {
    const found = await makeCase(region);
    const [other, own] = [await makeExpert(region), await makeExpert(region, { place: found.place })];
    const { problems } = await appoint(await as('OPERATOR', { region }), found, [other, own]);
    expect(problems).toMatchObject([{ code: 'SAME_ORGANISATION', path: ['expert', own.expert.id] }]);
    expect(problems[0]?.message).toMatch(/одной организации/);
    expect(await appointedTo(found)).toBe(0);
  });

  it('refuses whoever is away from the roster, already appointed, or the teacher himself', async () => {
    const found = await makeCase(region);
    const operator = await as('OPERATOR', { region });
    const [one, away] = [await makeExpert(region), await makeExpert(region)];
    await prisma.expert.update({ where: { id: away.expert.id }, data: { active: false } });
    expect(codesOf(await appoint(operator, found, [away]))).toEqual(['EXPERT_INACTIVE']);
    await appoint(operator, found, [one]);
    expect(codesOf(await appoint(operator, found, [one]))).toEqual(['ALREADY_ASSIGNED']);
    const self = await makeExpert(region);
    await prisma.application.update({ where: { id: found.application.id }, data: { accountId: self.expert.accountId } });
    expect(codesOf(await appoint(operator, found, [self]))).toEqual(['SAME_PERSON']);
    const dismissed = await makeExpert(region);
    await prisma.roleAssignment.updateMany({ where: { accountId: dismissed.expert.accountId }, data: { removedAt: new Date() } });
    expect(codesOf(await appoint(operator, found, [dismissed]))).toEqual(['EXPERT_INACTIVE']);
  });

  it('refuses more than the procedure’s panel, none, and a case in another status', async () => {
    const operator = await as('OPERATOR', { region });
    const four = await Promise.all([1, 2, 3, 4].map(() => makeExpert(region)));
    const found = await makeCase(region);
    expect(codesOf(await appoint(operator, found, four))).toEqual(['TOO_MANY_EXPERTS']);
    expect(codesOf(await appoint(operator, found, []))).toEqual(['REQUIRED']);
    expect(codesOf(await appoint(operator, await makeCase(region, 'EXPERTISE_DONE'), four.slice(0, 2)))).toEqual(['WRONG_STATUS']);
    expect(await appointedTo(found)).toBe(0);
  });

  it('two operators at once never appoint one expert twice', async () => {
    const found = await makeCase(region);
    const [a, b] = [await as('OPERATOR', { region }), await as('OPERATOR', { region })];
    const one = await makeExpert(region);
    const results = await Promise.all([appoint(a, found, [one]), appoint(b, found, [one])]);
    expect(results.flatMap(codesOf)).toEqual(['ALREADY_ASSIGNED']);
    expect(await appointedTo(found)).toBe(1);
  });
});

describe('who may', () => {
  it('is the role the procedure names; others are refused, strangers find nothing', async () => {
    const found = await makeCase(region);
    const one = await makeExpert(region);
    for (const role of ['SECRETARY', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const)
      expect(codesOf(await appoint(await as(role, { region }), found, [one]))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await appoint(await as('COORDINATOR', { region, place: found.place }), found, [one]))).toEqual(['NOT_YOUR_MOVE']);
    const variables = { applicationId: found.application.id, expertIds: [one.expert.id] };
    for (const context of [await as('TEACHER', { region }), one.context, await as('OPERATOR', { region: await makeNeighbour(region) })])
      expect(failureOf(await execute(AppointExpertsDocument, variables, context))).toBe('NOT_FOUND');
    expect(await appointedTo(found)).toBe(0);
  });

  it('another region’s expert is nobody here', async () => {
    const neighbour = await makeNeighbour(region);
    const stranger = await makeExpert(neighbour, { place: await makePlace(neighbour) });
    const variables = { applicationId: (await makeCase(region)).application.id, expertIds: [stranger.expert.id] };
    const operator = await as('OPERATOR', { region });
    expect(failureOf(await execute(AppointExpertsDocument, variables, operator))).toBe('NOT_FOUND');
    expect(failureOf(await execute(AppointExpertsDocument, { ...variables, expertIds: [newId()] }, operator))).toBe('NOT_FOUND');
  });
});

describe('candidates', () => {
  it('come best first, and who may not be appointed stands last with the reason', async () => {
    const neighbour = await makeNeighbour(region);
    const found = await makeCase(neighbour);
    const near = await makeExpert(neighbour, { place: { ...found.place, organisation: (await makePlace(neighbour)).organisation } });
    const own = await makeExpert(neighbour, { place: found.place, positionIds: ['teacher'] });
    const any = await makeExpert(neighbour);
    const busy = await makeExpert(neighbour, { positionIds: ['teacher'] });
    const fitting = await makeExpert(neighbour, { positionIds: ['teacher'] });
    const operator = await as('OPERATOR', { region: neighbour });
    await appoint(operator, await makeCase(neighbour), [busy]);
    const ask = async (search: string | null) => {
      const data = dataOf(await execute(ExpertCandidatesDocument, { id: found.application.id, search }, operator));
      return data.application?.expertCandidates ?? [];
    };
    const all = await ask(null);
    expect(all.map((c) => c.id)).toEqual([fitting, busy, any, near, own].map((e) => e.expert.id));
    expect(all.map((c) => c.load)).toEqual([0, 1, 0, 0, 0]);
    expect(all[4]).toMatchObject({ open: false, problem: { code: 'SAME_ORGANISATION' } });
    expect(all[4]?.problem?.message).toMatch(/одной организации/);
    expect(await ask('нет такого')).toEqual([]);
    await prisma.account.update({
      where: { id: near.expert.accountId },
      data: { lastName: 'Соловьёв\u2011Мирный', firstName: 'Семён', email: 'someone@example.org' },
    });
    for (const search of ['Соловьев', 'семен соловьёв', 'Соловьёв-Мирный', 'Мирный  Соловьев'])
      expect((await ask(search)).map((c) => c.id)).toEqual([near.expert.id]);
    expect(await ask('Соловьёв someone')).toEqual([]);
    const other = dataOf(
      await execute(ExpertCandidatesDocument, { id: found.application.id }, await as('SECRETARY', { region: neighbour })),
    );
    expect(other.application?.expertCandidates).toEqual([]);
  });
});
