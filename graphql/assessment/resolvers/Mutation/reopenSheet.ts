import { assignmentAfter } from '@/domain/assignment';
import { problem } from '@/domain/problems';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import { reasonProblems } from '@/domain/reasons';
import { givesPoints } from '@/domain/scoring';
import { getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import type { Case } from '@/server/facts';
import { type ActWrite, perform } from '@/server/perform';
import { prisma, type Tx } from '@/server/prisma';
import type { DeclineAssignmentInput, MutationResolvers } from '../../../types.generated';
import { findAssignment } from '../../assignments';
import { asReason, reasonSaid } from '../../reason';

export const reopenSheet: NonNullable<MutationResolvers['reopenSheet']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const { applicationId } = (await findAssignment(viewer, input.assignmentId)) ?? notFound();
  const { status } = await prisma.application.findUniqueOrThrow({ where: { id: applicationId }, select: { status: true } });
  const write = reopening(input);
  // While others still score only the sheet opens; once the review is done the case itself goes back to it.
  return status === 'EXPERTISE'
    ? perform(viewer, applicationId, { record: 'reopen_sheet', write })
    : perform(viewer, applicationId, { action: 'reopen_review', input: { reason: asReason(input) }, write });
};

/** Without sheets it is the joint conclusion that goes back to its experts: its file is kept as a former one. */
async function returnConclusion(tx: Tx, { procedure, application }: Omit<Case, 'form'>, input: DeclineAssignmentInput, at: Date) {
  const problems = reasonProblems(procedure, 'reopen_review', asReason(input));
  if (problems.length) return { problems };
  const back = application.assignments.filter((a) => assignmentAfter(a.status as AssignmentStatus, 'return_conclusion'));
  await tx.expertAssignment.updateMany({ where: { id: { in: back.map((a) => a.id) } }, data: { status: 'CONFIRMED' } });
  await tx.evidenceFile.updateMany({
    where: { applicationId: application.id, paper: 'conclusion', status: 'STORED' },
    data: { status: 'REPLACED', removedAt: at },
  });
  return { data: { experts: back.map((a) => a.expertId), reason: reasonSaid(procedure, 'reopen_review', input) } };
}

const reopening =
  (input: DeclineAssignmentInput): ActWrite =>
  async (tx, { procedure, application, facts }, at) => {
    const row = application.assignments.find((a) => a.id === input.assignmentId) ?? notFound();
    if (!givesPoints(procedure)) return returnConclusion(tx, { procedure, application, facts }, input, at);
    const status = assignmentAfter(row.status as AssignmentStatus, 'reopen_sheet');
    if (!status || !row.sheet) return { problems: [problem('SHEET_NOT_FINAL')] };
    const problems = reasonProblems(procedure, 'reopen_review', asReason(input));
    if (problems.length) return { problems };
    const reopenReason = reasonSaid(procedure, 'reopen_review', input);
    await tx.scoreSheet.update({
      where: { id: row.sheet.id },
      data: { status: 'REOPENED', total: null, finalAt: null, reopenedAt: at, reopenReason },
    });
    await tx.expertAssignment.update({ where: { id: row.id }, data: { status } });
    // While others still score the case itself does not move: the expert alone is told.
    const events = facts.status === 'EXPERTISE' ? [{ event: 'review.reopened' as const, expertId: row.expertId }] : [];
    return { events, data: { experts: [row.expertId], reason: reopenReason } };
  };
