import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { DeclineAssignmentDocument, ReplaceExpertDocument } from '@/gql/graphql';
import { execute } from '@/server/execute';
import { runSystem } from '@/server/perform';
import { prisma } from '@/server/prisma';
import { as, codesOf, failureOf, makeRegion } from '@/testing/viewers';
import {
  appoint,
  assignmentOf,
  assignmentRow,
  declare,
  decline,
  finish,
  lettersOf,
  makeCase,
  makeExpert,
  makeReview,
  replace,
  save,
  scoreAll,
  statusOf,
  waive,
} from './assessment.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

describe('an expert leaves', () => {
  it('declines with a reason at any time before his sheet is final, and the operator is told', async () => {
    const review = await makeReview(region);
    const [one, two] = review.experts;
    expect(codesOf(await decline(one, review.ids[0], ''))).toEqual(['REASON_REQUIRED']);
    await save(one, review.ids[0], review.leaves[0] ?? '', '3');
    const gone = await decline(one, review.ids[0]);
    expect(gone).toMatchObject({ problems: [], assignment: { status: 'DECLINED' } });
    expect(await assignmentRow(review.ids[0])).toMatchObject({ status: 'DECLINED', reason: 'Не успею в срок', endedAt: expect.any(Date) });
    expect((await lettersOf(review, 'expert.declined')).length).toBeGreaterThan(0);
    expect(codesOf(await decline(one, review.ids[0]))).toEqual(['ASSIGNMENT_CLOSED']);
    await scoreAll(review, 1);
    await finish(two, review.ids[1]);
    expect(codesOf(await decline(two, review.ids[1]))).toEqual(['SHEET_FINAL']);
    // One sheet of two is not a result: the case waits for another expert.
    expect(await statusOf(review)).toBe('EXPERTISE');
  });

  it('is his own affair', async () => {
    const review = await makeReview(region);
    const input = { assignmentId: review.ids[0], reason: 'За него' };
    expect(failureOf(await execute(DeclineAssignmentDocument, { input }, review.experts[1].context))).toBe('NOT_FOUND');
    expect(failureOf(await execute(DeclineAssignmentDocument, { input }, review.operator))).toBe('FORBIDDEN');
  });

  it('may declare a conflict by a reason of the list alone; the case is held until it is answered', async () => {
    const found = await makeCase(region);
    const operator = await as('OPERATOR', { region });
    const [one, two, three] = [await makeExpert(region), await makeExpert(region), await makeExpert(region)];
    await appoint(operator, found, [one]);
    const id = await assignmentOf(found, one);
    expect(codesOf(await declare(one, id, {}))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await declare(one, id, { reasonId: 'no_such_reason' }))).toEqual(['REASON_NOT_ALLOWED']);
    expect((await declare(one, id, { reasonId: 'relative' })).problems).toEqual([]);
    expect(await assignmentRow(id)).toMatchObject({ status: 'CONFLICT', reason: 'Родственник или близкий человек' });
    // Who left the case does not come back to it.
    expect(codesOf(await appoint(operator, found, [one]))).toEqual(['ALREADY_ASSIGNED']);
    await prisma.expertAssignment.createMany({
      data: [two, three].map(({ expert }) => ({
        regionId: region.id,
        applicationId: found.application.id,
        expertId: expert.id,
        status: 'CONFIRMED',
        appointedAt: new Date(),
        appointedById: expert.accountId,
      })),
    });
    await prisma.$transaction((tx) => runSystem(tx, found.application.id, new Date()));
    expect(await statusOf(found)).toBe('READY');
    expect(codesOf(await waive(operator, id, ''))).toEqual(['REASON_REQUIRED']);
    expect((await waive(operator, id, 'Двух экспертов достаточно')).problems).toEqual([]);
    expect(await statusOf(found)).toBe('EXPERTISE');
    expect(codesOf(await waive(operator, id, 'Ещё раз'))).toEqual(['WRONG_STATUS']);
  });

  it('another appointment answers the oldest conflict', async () => {
    const review = await makeReview(region);
    await declare(review.experts[0], review.ids[0], { reason: 'Вместе работаем' });
    expect((await assignmentRow(review.ids[0])).conflictClosedAt).toBeNull();
    expect((await appoint(review.operator, review, [await makeExpert(region)])).problems).toEqual([]);
    expect((await assignmentRow(review.ids[0])).conflictClosedAt).not.toBeNull();
  });
});

describe('replacing', () => {
  it('ends one and appoints another with a reason, tells both, keeps the old sheet out of the result', async () => {
    const review = await makeReview(region);
    await scoreAll(review, 0, '0');
    const by = await makeExpert(region);
    expect(codesOf(await replace(review.operator, review.ids[0], by, ''))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await replace(review.operator, review.ids[0], review.experts[1]))).toEqual(['ALREADY_ASSIGNED']);
    expect(codesOf(await replace(review.operator, review.ids[0], await makeExpert(region, { place: review.place })))).toEqual([
      'SAME_ORGANISATION',
    ]);
    expect((await replace(review.operator, review.ids[0], by)).problems).toEqual([]);
    expect(await assignmentRow(review.ids[0])).toMatchObject({ status: 'REPLACED', sheet: { scores: expect.any(Array) } });
    expect(await lettersOf(review, 'expert.replaced')).toEqual([review.experts[0].expert.accountId]);
    expect(await lettersOf(review, 'expert.review_opened')).toContain(by.expert.accountId);
    const id = await assignmentOf(review, by);
    for (const leaf of review.leaves) await save(by, id, leaf, '4');
    await finish(by, id);
    await scoreAll(review, 1);
    await finish(review.experts[1], review.ids[1]);
    const { result } = await prisma.application.findUniqueOrThrow({ where: { id: review.application.id } });
    expect(result?.toString()).toBe(String(4 * review.leaves.length));
  });

  it('is not for a final sheet, and only for the appointing role', async () => {
    const review = await makeReview(region);
    await scoreAll(review, 0);
    await finish(review.experts[0], review.ids[0]);
    const by = await makeExpert(region);
    expect(codesOf(await replace(review.operator, review.ids[0], by))).toEqual(['SHEET_FINAL']);
    expect(codesOf(await replace(await as('SECRETARY', { region }), review.ids[1], by))).toEqual(['NOT_YOUR_MOVE']);
    const input = { assignmentId: review.ids[1], expertId: by.expert.id, reason: 'Сам себя' };
    expect(failureOf(await execute(ReplaceExpertDocument, { input }, await as('TEACHER', { region })))).toBe('NOT_FOUND');
  });
});
