import { GraphQLError } from 'graphql';
import { assignmentAfter, opensConflict } from '@/domain/assignment';
import { isIn, SEATED } from '@/domain/case/groups';
import { type Problem, problem } from '@/domain/problems';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import { reasonProblems } from '@/domain/reasons';
import { type GraphQLContext, getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { endExpertTerms } from '@/server/expertTerms';
import { perform } from '@/server/perform';
import { inviteFromReserve } from '@/server/reserve';
import { type AssignmentRow, findAssignment } from './assignments';
import { asReason, reasonSaid } from './reason';

/** An expert's own assignment, with the reason why nothing can be done on it any more. */
export async function getOwnAssignment(context: GraphQLContext, id: string): Promise<{ row: AssignmentRow; closed: Problem | null }> {
  const viewer = getViewerAs(context, 'EXPERT');
  const row = await findAssignment(viewer, id);
  if (!row || row.expertId !== viewer.expertId) return notFound();
  const takesPart = isIn(row.status, SEATED);
  return { row, closed: takesPart ? null : problem(row.status === 'NOT_NEEDED' ? 'PANEL_FULL' : 'ASSIGNMENT_CLOSED') };
}

/** Does an expert's act on his own assignment. Whoever lost his seat while he waited for the case does not see it any more: he is told why. */
export async function performOwn(context: GraphQLContext, row: AssignmentRow, act: Parameters<typeof perform>[2]): Promise<Problem[]> {
  try {
    return (await perform(getViewerAs(context, 'EXPERT'), row.applicationId, act)).problems;
  } catch (error) {
    const lost = error instanceof GraphQLError && error.extensions.code === 'NOT_FOUND';
    const { closed } = lost ? await getOwnAssignment(context, row.id) : { closed: null };
    if (!closed) throw error;
    return [closed];
  }
}

/** An expert leaves a case with a reason, before his sheet is final; the operator is told and the case waits for another. */
export async function leaveCase(
  context: GraphQLContext,
  act: 'decline_assignment' | 'declare_conflict',
  input: { assignmentId: string; reasonId?: string | null; reason: string },
): Promise<{ problems: Problem[]; assignment: AssignmentRow | null }> {
  const viewer = getViewerAs(context, 'EXPERT');
  const { row, closed } = await getOwnAssignment(context, input.assignmentId);
  if (closed) return { problems: [closed], assignment: row };
  const problems = await performOwn(context, row, {
    record: act,
    write: async (tx, { procedure, application }, at) => {
      const current = application.assignments.find((a) => a.id === row.id);
      const status = current && assignmentAfter(current.status as AssignmentStatus, act);
      if (!status) return { problems: [problem('ASSIGNMENT_CLOSED')] };
      const refused = reasonProblems(procedure, act, asReason(input));
      if (refused.length) return { problems: refused };
      await tx.expertAssignment.update({
        where: { id: row.id },
        data: { status, reason: reasonSaid(procedure, act, input), endedAt: at },
      });
      await endExpertTerms(tx, [row.id], 'CANCELLED', at);
      const invited = await inviteFromReserve(tx, row.applicationId, procedure, at);
      // Whoever never took part leaves no gap, and a gap that the reserve fills is answered.
      const answered = invited.length > 0 || !opensConflict(current.status as AssignmentStatus, status);
      if (answered) await tx.expertAssignment.update({ where: { id: row.id }, data: { conflictClosedAt: at } });
      return { events: [{ event: 'expert.declined', expertId: row.expertId }, ...invited], data: { experts: [row.expertId] } };
    },
  });
  return { problems, assignment: await findAssignment(viewer, row.id) };
}
