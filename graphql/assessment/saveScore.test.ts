import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { SaveScoreDocument } from '@/gql/graphql';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { as, codesOf, failureOf, makeRegion } from '@/testing/viewers';
import { advise, assignmentRow, finish, makeExpert, makeReview, type Review, replace, save, scoreAll } from './assessment.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

const leafOf = (review: Review, at = 0) => review.leaves[at] ?? '';
const historyOf = async (assignmentId: string, criterionId: string) => {
  const { sheet } = await assignmentRow(assignmentId);
  const rows = await prisma.scoreRevision.findMany({ where: { sheetId: sheet?.id ?? '', criterionId }, orderBy: { version: 'asc' } });
  return rows.map((row) => [row.version, row.value?.toString() ?? null]);
};

describe('one cell', () => {
  it('[SV-22] is stored at once with its history and an audit line; the first one begins the sheet', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    const leaf = leafOf(review);
    const saved = await save(one, id, leaf, '3', 0, 'Подтверждено дипломом');
    expect(saved.problems).toEqual([]);
    expect(saved.score).toMatchObject({ value: '3', comment: 'Подтверждено дипломом', version: 1 });
    expect(await assignmentRow(id)).toMatchObject({ status: 'SCORING', sheet: { status: 'DRAFT', openedAt: expect.any(Date) } });
    expect((await save(one, id, leaf, '5', 1)).score).toMatchObject({ value: '5', version: 2 });
    expect((await save(one, id, leaf, '', 2)).score).toMatchObject({ value: null, version: 3 });
    expect(await historyOf(id, leaf)).toEqual([
      [1, '3'],
      [2, '5'],
      [3, null],
    ]);
    const { sheet } = await assignmentRow(id);
    const audit = await prisma.auditEntry.findMany({
      where: { objectType: 'ScoreSheet', objectId: sheet?.id ?? '', action: 'save_score' },
    });
    expect(audit.map((line) => [line.accountId, line.role])).toEqual(Array(3).fill([one.expert.accountId, 'EXPERT']));
  });

  it('refuses what is above the maximum, below the minimum, off the step, no number, no criterion', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    const leaf = leafOf(review);
    const above = await save(one, id, leaf, '6');
    expect(above.problems).toMatchObject([{ code: 'VALUE_OUT_OF_RANGE' }]);
    expect(above.problems[0]?.message).toMatch(/от 0 до 5/);
    expect(codesOf(await save(one, id, leaf, '-1'))).toEqual(['VALUE_OUT_OF_RANGE']);
    expect(codesOf(await save(one, id, leaf, '2,5'))).toEqual(['VALUE_INVALID']);
    expect(codesOf(await save(one, id, leaf, 'пять'))).toEqual(['VALUE_INVALID']);
    expect(codesOf(await save(one, id, 'no_such_criterion', '1'))).toEqual(['VALUE_NOT_LISTED']);
    expect(codesOf(await save(one, id, leaf, '1', 0, 'я'.repeat(2001)))).toEqual(['VALUE_TOO_LONG']);
    expect(await historyOf(id, leaf)).toEqual([]);
    expect(await assignmentRow(id)).toMatchObject({ status: 'CONFIRMED', sheet: { status: 'EMPTY' } });
  });
});

describe('two tabs', () => {
  it('the later sees both values and nothing is lost', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    const leaf = leafOf(review);
    expect((await save(one, id, leaf, '2')).problems).toEqual([]);
    const late = await save(one, id, leaf, '4');
    expect(codesOf(late)).toEqual(['STALE_VERSION']);
    expect(late.score).toMatchObject({ value: '2', version: 1 });
    // The person keeps his own: it is written over the other, from its version.
    expect((await save(one, id, leaf, '4', 1)).score).toMatchObject({ value: '4', version: 2 });
    expect(await historyOf(id, leaf)).toEqual([
      [1, '2'],
      [2, '4'],
    ]);
  });

  it('of many at once exactly one is first, and every acknowledged value is in the history', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    const leaf = leafOf(review);
    const values = ['0', '1', '2', '3', '4', '5'];
    const results = await Promise.all(values.map((value) => save(one, id, leaf, value)));
    const accepted = results.filter((r) => r.problems.length === 0);
    expect(accepted).toHaveLength(1);
    for (const r of results.filter((x) => x.problems.length)) {
      expect(codesOf(r)).toEqual(['STALE_VERSION']);
      expect(r.score).toEqual(accepted[0]?.score);
    }
    expect(await historyOf(id, leaf)).toHaveLength(1);
  });

  it('keeps both texts of the recommendations too', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    expect(await advise(one, id, 'Покажите динамику')).toMatchObject({ problems: [], version: 1 });
    const late = await advise(one, id, 'Покажите результаты');
    expect(codesOf(late)).toEqual(['STALE_VERSION']);
    expect(late).toMatchObject({ text: 'Покажите динамику', version: 1 });
    expect(await advise(one, id, 'Покажите результаты', 1)).toMatchObject({ problems: [], version: 2 });
    expect(codesOf(await advise(one, id, 'я'.repeat(10_001), 2))).toEqual(['VALUE_TOO_LONG']);
    const { sheet } = await assignmentRow(id);
    const texts = await prisma.scoreRevision.findMany({ where: { sheetId: sheet?.id ?? '', criterionId: 'recommendations' } });
    expect(texts.map((t) => t.comment).sort()).toEqual(['Покажите динамику', 'Покажите результаты']);
  });
});

describe('the gate', () => {
  it('[SV-23] takes nothing after the sheet is final', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    await scoreAll(review, 0);
    expect((await finish(one, id)).problems).toEqual([]);
    expect(codesOf(await save(one, id, leafOf(review), '1', 1))).toEqual(['SHEET_FINAL']);
    expect(codesOf(await advise(one, id, 'Поздно'))).toEqual(['SHEET_FINAL']);
    expect(await historyOf(id, leafOf(review))).toEqual([[1, '4']]);
  });

  it('takes nothing from an expert who was replaced', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    await save(one, id, leafOf(review), '3');
    expect((await replace(review.operator, id, await makeExpert(region))).problems).toEqual([]);
    expect(codesOf(await save(one, id, leafOf(review), '5', 1))).toEqual(['ASSIGNMENT_CLOSED']);
    expect(await historyOf(id, leafOf(review))).toEqual([[1, '3']]);
  });

  it('takes nothing before the review is open and after it is done', async () => {
    const review = await makeReview(region);
    const [one] = review.experts;
    const [id] = review.ids;
    for (const status of ['PREPARATION', 'READY', 'EXPERTISE_DONE', 'WITHDRAWN']) {
      await prisma.application.update({ where: { id: review.application.id }, data: { status } });
      expect(codesOf(await save(one, id, leafOf(review), '3')), status).toEqual(['WRONG_STATUS']);
    }
  });

  it('is the expert’s own: another expert of the case finds nothing, other roles may not, a removed role may not', async () => {
    const review = await makeReview(region);
    const [one, two] = review.experts;
    const [id] = review.ids;
    const input = { assignmentId: id, criterionId: leafOf(review), value: '3', comment: '', version: 0 };
    expect(failureOf(await execute(SaveScoreDocument, { input }, two.context))).toBe('NOT_FOUND');
    for (const role of ['TEACHER', 'OPERATOR', 'SECRETARY', 'ADMINISTRATOR'] as const)
      expect(failureOf(await execute(SaveScoreDocument, { input }, await as(role, { region })))).toBe('FORBIDDEN');
    await prisma.roleAssignment.updateMany({ where: { accountId: one.expert.accountId }, data: { removedAt: new Date() } });
    await save(one, id, leafOf(review), '3');
    expect(await historyOf(id, leafOf(review))).toEqual([]);
  });
});
