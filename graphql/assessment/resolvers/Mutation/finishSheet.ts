import { assignmentAfter } from '@/domain/assignment';
import { problem } from '@/domain/problems';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import { finishProblems, sheetTotals } from '@/domain/scoring';
import { getViewerAs } from '@/server/context';
import { endExpertTerms } from '@/server/expertTerms';
import type { MutationResolvers } from '../../../types.generated';
import { findAssignment } from '../../assignments';
import { getOwnAssignment, performOwn } from '../../leave';

export const finishSheet: NonNullable<MutationResolvers['finishSheet']> = async (_parent, { assignmentId }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  const { row, closed } = await getOwnAssignment(context, assignmentId);
  if (closed) return { problems: [closed], assignment: row };
  const problems = await performOwn(context, row, {
    record: 'finish_sheet',
    // Cells lock the case for share before they write, so none can slip in behind this reading.
    write: async (tx, { procedure, form, application }, at) => {
      const current = application.assignments.find((a) => a.id === assignmentId);
      const status = current && assignmentAfter(current.status as AssignmentStatus, 'finish_sheet');
      if (!status || !current.sheet || !form) return { problems: [problem('ASSIGNMENT_CLOSED')] };
      const cells = await tx.score.findMany({ where: { sheetId: current.sheet.id } });
      const scores = Object.fromEntries(cells.map((cell) => [cell.criterionId, cell.value?.toString()]));
      const gaps = finishProblems(procedure, form, scores, current.sheet.recommendations);
      if (gaps.length) return { problems: gaps };
      const sums = sheetTotals(form, scores);
      // A part of the points is no total.
      const total = sums.unscored.length === 0 ? sums.total : null;
      await tx.scoreSheet.update({ where: { id: current.sheet.id }, data: { status: 'FINAL', total, finalAt: at } });
      await tx.expertAssignment.update({ where: { id: assignmentId }, data: { status } });
      await endExpertTerms(tx, [assignmentId], 'MET', at);
      return { data: { experts: [row.expertId] } };
    },
  });
  return { problems, assignment: await findAssignment(viewer, assignmentId) };
};
