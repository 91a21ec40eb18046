import { getViewerAs } from '@/server/context';
import { newId } from '@/server/ids';
import type { MutationResolvers } from '../../../types.generated';
import { findAssignment } from '../../assignments';
import { getOwnAssignment, performOwn } from '../../leave';

export const startScoring: NonNullable<MutationResolvers['startScoring']> = async (_parent, { assignmentId }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  const { row, closed } = await getOwnAssignment(context, assignmentId);
  if (closed) return { problems: [closed], assignment: row };
  // Opening the sheet is what lets the system open the review where the procedure waits for it.
  const problems = await performOwn(context, row, {
    record: 'start_scoring',
    write: async (tx, { application }, at) => {
      await tx.expertAssignment.update({ where: { id: row.id }, data: { status: 'SCORING' } });
      await tx.scoreSheet.upsert({
        where: { assignmentId: row.id },
        create: { id: newId(), regionId: application.regionId, assignmentId: row.id, status: 'DRAFT', openedAt: at },
        update: { openedAt: at },
      });
      return { data: { experts: [row.expertId] } };
    },
  });
  return { problems, assignment: await findAssignment(viewer, row.id) };
};
