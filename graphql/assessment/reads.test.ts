import { beforeAll, describe, expect, it } from 'vitest';
import { thresholdPoints } from '@/domain/scoring';
import type { Region } from '@/generated/prisma/client';
import { ExpertHomeDocument } from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { as, dataOf, failureOf, makeRegion } from '@/testing/viewers';
import {
  advise,
  appoint,
  assignmentOf,
  decline,
  finish,
  makeCase,
  makeExpert,
  makeReview,
  type Review,
  save,
  scoreAll,
} from './assessment.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

const SHEET = `query ($id: UUID!) { expertAssignment(id: $id) {
  id own expertName scored criteriaCount viewerActions { action open }
  sheet { total totalMax editable unscored frozenAt thresholds { minTotal requested } criteria { id no kind parentId max min step sum score { value comment version } indicators { no files { id name } } } }
  application { id assignments { id own expertName sheet { total } } }
} }`;
const RESULT = `query ($id: UUID!) { application(id: $id) { assessmentResult {
  total totalMax threshold passed divergencePercent furtherExpertNeeded sheets { expertName total recommendations }
} } }`;

interface SheetAnswer {
  expertAssignment: {
    own: boolean;
    expertName: string | null;
    scored: number;
    criteriaCount: number;
    viewerActions: { action: string; open: boolean }[];
    sheet: {
      total: string;
      totalMax: string;
      editable: boolean;
      unscored: string[];
      frozenAt: string | null;
      thresholds: { minTotal: string; requested: boolean }[];
      criteria: {
        id: string;
        no: string;
        kind: string;
        sum: string | null;
        score: { value: string } | null;
        indicators: { no: string; files: { name: string }[] }[];
      }[];
    } | null;
    application: { assignments: { id: string; own: boolean; expertName: string | null; sheet: { total: string } | null }[] } | null;
  } | null;
}
const read = async (context: GraphQLContext, id: string) =>
  dataOf(await execute<SheetAnswer, { id: string }>(SHEET, { id }, context)).expertAssignment;
const resultFor = async (context: GraphQLContext, { application }: Review) =>
  dataOf(
    await execute<{ application: { assessmentResult: Record<string, unknown> | null } | null }, { id: string }>(
      RESULT,
      { id: application.id },
      context,
    ),
  ).application?.assessmentResult;

describe('the grid', () => {
  it('[SV-26] shows groups with sums, criteria with maximum and evidence, thresholds', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const stored = { regionId: region.id, applicationId: review.application.id, uploadedById: review.application.accountId };
    await prisma.evidenceFile.create({
      data: {
        id: newId(),
        ...stored,
        indicatorId: 'attainment_table',
        name: 'Успеваемость.pdf',
        extension: 'pdf',
        contentType: 'application/pdf',
        size: 10,
        sha256: 'a'.repeat(64),
        status: 'STORED',
        incomingKey: newId(),
        storedKey: newId(),
        policyExpiresAt: new Date(),
        createdAt: new Date(),
        storedAt: new Date(),
      },
    });
    await save(one, review.ids[0], review.leaves[0] ?? '', '3');
    await save(one, review.ids[0], review.leaves[1] ?? '', '2');
    const found = await read(one.context, review.ids[0]);
    expect(found).toMatchObject({ own: true, scored: 2, criteriaCount: review.leaves.length });
    const { sheet } = found ?? {};
    expect(sheet).toMatchObject({ total: '5', editable: true });
    expect(sheet?.unscored).toEqual(review.leaves.slice(2));
    expect(sheet?.criteria[0]).toMatchObject({ no: '1', kind: 'group', sum: '5', max: '35' });
    expect(sheet?.criteria[1]).toMatchObject({ no: '1.1', min: '0', max: '5', step: '1', score: { value: '3', version: 1 } });
    expect(sheet?.criteria[1]?.indicators).toMatchObject([{ no: '1.1', files: [{ name: 'Успеваемость.pdf' }] }]);
    expect(sheet?.thresholds.filter((t) => t.requested)).toHaveLength(1);
    expect(found?.viewerActions.filter((a) => a.open).map((a) => a.action)).toEqual(
      expect.arrayContaining(['save_score', 'finish_sheet', 'decline_assignment', 'declare_conflict']),
    );
  });

  it('shows no evidence before the portfolio is sent, and none to an expert who has left', async () => {
    const found = await makeCase(region, 'PREPARATION');
    const one = await makeExpert(region);
    await appoint(await as('OPERATOR', { region }), found, [one]);
    const id = await assignmentOf(found, one);
    expect((await read(one.context, id))?.sheet).toMatchObject({ editable: false, frozenAt: null });
    await decline(one, id);
    const left = await read(one.context, id);
    expect(left?.application).toBeNull();
    expect(left?.sheet?.editable).toBe(false);
  });
});

describe('the scores of others', () => {
  it('stay hidden from an expert until his own sheet is final; then he sees sums without names', async () => {
    const review = await makeReview(region);
    const [one, two] = review.experts;
    await scoreAll(review, 1);
    await finish(two, review.ids[1]);
    const before = await read(one.context, review.ids[0]);
    expect(before?.application?.assignments).toMatchObject([{ id: review.ids[0], own: true }]);
    expect(await read(one.context, review.ids[1])).toBeNull();
    await scoreAll(review, 0);
    await finish(one, review.ids[0]);
    const after = await read(one.context, review.ids[0]);
    const total = String(4 * review.leaves.length);
    expect(after?.application?.assignments).toMatchObject([
      { own: true, sheet: { total } },
      { own: false, expertName: null, sheet: { total } },
    ]);
    expect(await read(one.context, review.ids[1])).toMatchObject({ own: false, expertName: null, sheet: { total, editable: false } });
  });

  it('are for operator and commission once a sheet is final, never for the coordinator, the teacher or the school', async () => {
    const review = await makeReview(region);
    await scoreAll(review, 0);
    expect((await read(review.operator, review.ids[0]))?.sheet).toBeNull();
    await finish(review.experts[0], review.ids[0]);
    for (const role of ['OPERATOR', 'SECRETARY', 'COMMISSION_MEMBER'] as const) {
      const seen = await read(await as(role, { region }), review.ids[0]);
      expect(seen?.expertName, role).toBe('Вострикова Людмила Аркадьевна');
      expect(seen?.sheet, role).toMatchObject({ editable: false });
    }
    expect((await read(await as('COORDINATOR', { region, place: review.place }), review.ids[0]))?.sheet).toBeNull();
    expect(await read(await as('SCHOOL_HEAD', { region, place: review.place }), review.ids[0])).toBeNull();
    expect(await read(await as('TEACHER', { region }), review.ids[0])).toBeNull();
    expect(await read((await makeExpert(region)).context, review.ids[0])).toBeNull();
  });
});

describe('the result', () => {
  it('stands against the threshold of the category asked for, once every counted sheet is final', async () => {
    const review = await makeReview(region);
    await scoreAll(review, 0, '4');
    await advise(review.experts[0], review.ids[0], 'Опишите методику');
    await finish(review.experts[0], review.ids[0]);
    expect(await resultFor(await as('SECRETARY', { region }), review)).toBeNull();
    await scoreAll(review, 1, '4');
    await finish(review.experts[1], review.ids[1]);
    const total = String(4 * review.leaves.length);
    const asked = review.form.thresholds.highest;
    expect(await resultFor(await as('SECRETARY', { region }), review)).toMatchObject({
      total,
      totalMax: String(review.form.totalMax),
      threshold: asked && thresholdPoints(asked, review.form.totalMax),
      passed: true,
      divergencePercent: '0',
      furtherExpertNeeded: false,
      sheets: [
        { expertName: 'Вострикова Людмила Аркадьевна', total, recommendations: 'Опишите методику' },
        { expertName: 'Вострикова Людмила Аркадьевна', total, recommendations: '' },
      ],
    });
    expect(await resultFor(review.experts[0].context, review)).toBeNull();
    expect(await resultFor(await as('COORDINATOR', { region, place: review.place }), review)).toBeNull();
  });
});

describe('the expert’s start page', () => {
  it('lists what is in work and what has ended, each with its case', async () => {
    const review = await makeReview(region);
    const [one, two] = review.experts;
    const home = async (context: GraphQLContext, open: boolean) =>
      dataOf(await execute(ExpertHomeDocument, { open }, context)).assignments.edges.map((edge) => edge.node);
    expect(await home(one.context, true)).toHaveLength(1);
    await decline(two, review.ids[1]);
    const left = await home(two.context, false);
    expect([(await home(two.context, true)).length, left.length]).toEqual([0, 1]);
    expect(left[0]).toMatchObject({ applicationNumber: review.application.number, application: null, reason: 'Не успею в срок' });
    expect(failureOf(await execute(ExpertHomeDocument, { open: true }, review.operator))).toBe('FORBIDDEN');
  });
});
