import { formFor } from '@/domain/procedure/document';
import type { Form } from '@/domain/procedure/shape';
import { leavesOf } from '@/domain/procedure/tree';
import type { Application, Expert, Region } from '@/generated/prisma/client';
import {
  AppointExpertsDocument,
  ConfirmParticipationDocument,
  DeclareConflictDocument,
  DeclineAssignmentDocument,
  FinishSheetDocument,
  ReopenSheetDocument,
  ReplaceExpertDocument,
  SaveRecommendationsDocument,
  SaveScoreDocument,
  WaiveConflictDocument,
} from '@/gql/graphql';
import { type GraphQLContext, getViewerAs } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { as, dataOf, makeAccount, makePlace, type Place } from '@/testing/viewers';

/** Cases that stand before or in the review, and the people who act on them through the screens' own documents. */

export interface TestCase {
  application: Application;
  place: Place;
}
export interface TestExpert {
  context: GraphQLContext;
  expert: Expert;
}

const PORTFOLIO: Record<string, string> = { PREPARATION: 'DRAFT', READY: 'SENT', EXPERTISE: 'BEING_CHECKED', EXPERTISE_DONE: 'CHECKED' };
let numbers = 0;

/** A teacher's case in a status, its portfolio in the one that goes with it. */
export async function makeCase(region: Region, status = 'READY', place?: Place): Promise<TestCase> {
  const at = new Date();
  const account = await makeAccount();
  const own = place ?? (await makePlace(region));
  numbers += 1;
  const application = await prisma.application.create({
    data: {
      id: newId(),
      regionId: region.id,
      procedureVersionId: region.currentVersionId ?? '',
      accountId: account.id,
      status,
      number: `63-2026-${newId()}-${numbers}`,
      lastName: account.lastName,
      firstName: account.firstName,
      patronymic: account.patronymic,
      values: { position: 'teacher', requested_category: 'highest' },
      positionId: 'teacher',
      categoryId: 'highest',
      organisationId: own.organisation.id,
      municipalityId: own.municipality.id,
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
      registeredAt: at,
      statusChangedAt: at,
    },
  });
  const sentAt = status === 'PREPARATION' ? null : at;
  await prisma.portfolio.create({
    data: { id: newId(), regionId: region.id, applicationId: application.id, status: PORTFOLIO[status] ?? 'DRAFT', createdAt: at, sentAt },
  });
  return { application, place: own };
}

/** An expert of the region with his roster entry. */
export async function makeExpert(region: Region, given: { place?: Place; positionIds?: string[] } = {}): Promise<TestExpert> {
  const context = await as('EXPERT', { region, place: given.place ?? (await makePlace(region)) });
  const id = getViewerAs(context, 'EXPERT').expertId ?? '';
  const expert = await prisma.expert.update({ where: { id }, data: { positionIds: given.positionIds ?? [] } });
  return { context, expert };
}

export interface Review extends TestCase {
  operator: GraphQLContext;
  experts: [TestExpert, TestExpert];
  /** Assignments of the experts, in their order. */
  ids: [string, string];
  form: Form;
  leaves: string[];
}

/** A case under review with two experts appointed by the operator. */
export async function makeReview(region: Region): Promise<Review> {
  const found = await makeCase(region);
  const operator = await as('OPERATOR', { region });
  const experts: [TestExpert, TestExpert] = [await makeExpert(region), await makeExpert(region)];
  const { problems } = await appoint(operator, found, experts);
  if (problems.length) throw new Error(JSON.stringify(problems));
  const ids: [string, string] = [await assignmentOf(found, experts[0]), await assignmentOf(found, experts[1])];
  const form = formFor(await getProcedure(found.application.procedureVersionId), 'teacher');
  if (!form) throw new Error('no form');
  return { ...found, operator, experts, ids, form, leaves: leavesOf(form.criteria).map((leaf) => leaf.id) };
}

export async function assignmentOf({ application }: TestCase, { expert }: TestExpert): Promise<string> {
  return (await prisma.expertAssignment.findFirstOrThrow({ where: { applicationId: application.id, expertId: expert.id } })).id;
}

export const statusOf = async ({ application }: TestCase): Promise<string> =>
  (await prisma.application.findUniqueOrThrow({ where: { id: application.id } })).status;

export const assignmentRow = (id: string) =>
  prisma.expertAssignment.findUniqueOrThrow({ where: { id }, include: { sheet: { include: { scores: true } } } });

/** Letters of an event that were written for a case, by the account they go to. */
export const lettersOf = async ({ application }: TestCase, event: string): Promise<(string | null)[]> =>
  (await prisma.notification.findMany({ where: { applicationId: application.id, event } })).map((letter) => letter.accountId);

export const appoint = async (context: GraphQLContext, { application }: TestCase, experts: TestExpert[]) =>
  dataOf(await execute(AppointExpertsDocument, { applicationId: application.id, expertIds: experts.map((e) => e.expert.id) }, context))
    .appointExperts;

export const replace = async (context: GraphQLContext, assignmentId: string, by: TestExpert, reason = 'Эксперт заболел') =>
  dataOf(await execute(ReplaceExpertDocument, { input: { assignmentId, expertId: by.expert.id, reason } }, context)).replaceExpert;

export const waive = async (context: GraphQLContext, assignmentId: string, reason: string) =>
  dataOf(await execute(WaiveConflictDocument, { input: { assignmentId, reason } }, context)).waiveConflict;

export const reopen = async (context: GraphQLContext, assignmentId: string, reason = 'Опечатка в листе') =>
  dataOf(await execute(ReopenSheetDocument, { input: { assignmentId, reason } }, context)).reopenSheet;

export const save = async ({ context }: TestExpert, assignmentId: string, criterionId: string, value: string, version = 0, comment = '') =>
  dataOf(await execute(SaveScoreDocument, { input: { assignmentId, criterionId, value, comment, version } }, context)).saveScore;

export const advise = async ({ context }: TestExpert, assignmentId: string, text: string, version = 0) =>
  dataOf(await execute(SaveRecommendationsDocument, { input: { assignmentId, text, version } }, context)).saveRecommendations;

export const finish = async ({ context }: TestExpert, assignmentId: string) =>
  dataOf(await execute(FinishSheetDocument, { assignmentId }, context)).finishSheet;

export const confirm = async ({ context }: TestExpert, assignmentId: string) =>
  dataOf(await execute(ConfirmParticipationDocument, { assignmentId }, context)).confirmParticipation;

export const decline = async ({ context }: TestExpert, assignmentId: string, reason = 'Не успею в срок') =>
  dataOf(await execute(DeclineAssignmentDocument, { input: { assignmentId, reason } }, context)).declineAssignment;

export const declare = async ({ context }: TestExpert, assignmentId: string, given: { reasonId?: string; reason?: string }) =>
  dataOf(await execute(DeclareConflictDocument, { input: { assignmentId, reason: '', ...given } }, context)).declareConflict;

/** Gives every criterion the same points. */
export async function scoreAll(review: Review, which: 0 | 1, value = '4'): Promise<void> {
  for (const leaf of review.leaves) {
    const { problems } = await save(review.experts[which], review.ids[which], leaf, value);
    if (problems.length) throw new Error(JSON.stringify(problems));
  }
}
