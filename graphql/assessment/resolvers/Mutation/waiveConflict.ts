import { isIn, LOST } from '@/domain/case/groups';
import { problem } from '@/domain/problems';
import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import { perform } from '@/server/perform';
import type { MutationResolvers } from '../../../types.generated';
import { findAssignment } from '../../assignments';
import { asReason } from '../../reason';

export const waiveConflict: NonNullable<MutationResolvers['waiveConflict']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const { applicationId } = (await findAssignment(viewer, input.assignmentId)) ?? notFound();
  return perform(viewer, applicationId, {
    record: 'waive_conflict',
    write: async (tx, { procedure, application }, at) => {
      const row = application.assignments.find((a) => a.id === input.assignmentId) ?? notFound();
      if (!isIn(row.status, LOST) || row.conflictClosedAt) return { problems: [problem('ASSIGNMENT_CLOSED')] };
      const problems = reasonProblems(procedure, 'waive_conflict', asReason(input));
      if (problems.length) return { problems };
      await tx.expertAssignment.update({ where: { id: row.id }, data: { conflictClosedAt: at } });
      return { data: { experts: [row.expertId], reason: input.reason.trim() } };
    },
  });
};
