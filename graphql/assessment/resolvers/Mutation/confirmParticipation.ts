import { panelFull } from '@/domain/assignment';
import { problem } from '@/domain/problems';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import { getViewerAs } from '@/server/context';
import { endExpertTerms } from '@/server/expertTerms';
import type { MutationResolvers } from '../../../types.generated';
import { reviewOpened } from '../../appoint';
import { findAssignment } from '../../assignments';
import { getOwnAssignment, performOwn } from '../../leave';

export const confirmParticipation: NonNullable<MutationResolvers['confirmParticipation']> = async (_parent, { assignmentId }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  const { row, closed } = await getOwnAssignment(context, assignmentId);
  if (closed) return { problems: [closed], assignment: row };
  const problems = await performOwn(context, row, {
    record: 'confirm_participation',
    write: async (tx, { application, procedure, facts }, at) => {
      const others = application.assignments.filter((a) => a.id !== row.id);
      const statuses = (list: typeof others) => list.map((a) => a.status as AssignmentStatus);
      if (panelFull(procedure, statuses(others))) return { problems: [problem('PANEL_FULL')] };
      await tx.expertAssignment.update({ where: { id: row.id }, data: { status: 'CONFIRMED', confirmedAt: at } });
      // The last place is taken: who was asked as well is free and told so. The reserve stays for whoever may be lost.
      const full = panelFull(procedure, [...statuses(others), 'CONFIRMED']);
      const waiting = full ? others.filter((a) => a.status === 'INVITED') : [];
      const ids = waiting.map((a) => a.id);
      await tx.expertAssignment.updateMany({ where: { id: { in: ids } }, data: { status: 'NOT_NEEDED', endedAt: at } });
      await endExpertTerms(tx, ids, 'CANCELLED', at);
      const released = waiting.map((a) => ({ event: 'expert.released' as const, expertId: a.expertId }));
      const { expertId } = row;
      return {
        events: [{ event: 'expert.confirmed', expertId }, ...reviewOpened(facts.status, expertId), ...released],
        data: { experts: [expertId] },
      };
    },
  });
  return { problems, assignment: await findAssignment(viewer, row.id) };
};
