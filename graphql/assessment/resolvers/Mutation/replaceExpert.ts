import { assignmentAfter } from '@/domain/assignment';
import { problem } from '@/domain/problems';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import { endExpertTerms } from '@/server/expertTerms';
import { getCase } from '@/server/facts';
import { perform } from '@/server/perform';
import type { MutationResolvers } from '../../../types.generated';
import { appointmentProblems, getCandidates, writeAppointments } from '../../appoint';
import { findAssignment } from '../../assignments';
import { asReason, reasonSaid } from '../../reason';

export const replaceExpert: NonNullable<MutationResolvers['replaceExpert']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const { applicationId, expertId: old } = (await findAssignment(viewer, input.assignmentId)) ?? notFound();
  return perform(viewer, applicationId, {
    record: 'replace_expert',
    write: async (tx, found, at) => {
      const row = found.application.assignments.find((a) => a.id === input.assignmentId) ?? notFound();
      const status = assignmentAfter(row.status as AssignmentStatus, 'replace_expert');
      if (!status) return { problems: [problem(row.status === 'FINAL' ? 'SHEET_FINAL' : 'ASSIGNMENT_CLOSED')] };
      const problems = [
        ...reasonProblems(found.procedure, 'replace_expert', asReason(input)),
        ...appointmentProblems(found, await getCandidates(tx, viewer, [input.expertId]), viewer.role),
      ];
      if (problems.length) return { problems };
      const reason = reasonSaid(found.procedure, 'replace_expert', input);
      await tx.expertAssignment.update({ where: { id: row.id }, data: { status, reason, endedAt: at } });
      await endExpertTerms(tx, [row.id], 'CANCELLED', at);
      // Read again: the seat is free only now.
      const appointed = await writeAppointments(tx, await getCase(tx, applicationId), viewer, [input.expertId], at);
      return { events: [{ event: 'expert.replaced', expertId: old }, ...appointed], data: { experts: [old, input.expertId] } };
    },
  });
};
