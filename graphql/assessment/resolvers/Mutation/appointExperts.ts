import { appointProblems } from '@/domain/assignment';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from '../../../types.generated';
import { appointmentProblems, getCandidates, writeAppointments } from '../../appoint';

export const appointExperts: NonNullable<MutationResolvers['appointExperts']> = async (_parent, { applicationId, expertIds }, context) => {
  const viewer = getViewer(context);
  const ids = [...new Set(expertIds)];
  return perform(viewer, applicationId, {
    record: 'appoint_experts',
    write: async (tx, found, at) => {
      const statuses = found.facts.assignments.map((a) => a.status);
      const problems = [
        ...appointProblems(found.procedure, statuses, ids.length),
        ...appointmentProblems(found, await getCandidates(tx, viewer, ids), viewer.role),
      ];
      if (problems.length) return { problems };
      return { events: await writeAppointments(tx, found, viewer, ids, at), data: { experts: ids } };
    },
  });
};
