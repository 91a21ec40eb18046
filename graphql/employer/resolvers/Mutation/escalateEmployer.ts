import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const escalateEmployer: NonNullable<MutationResolvers['escalateEmployer']> = async (_parent, { input }, context) => {
  const { applicationId } = input;
  const text = input.reason.trim();
  return perform(getViewer(context), applicationId, {
    record: 'escalate_employer',
    write: async (tx, { procedure }) => {
      const problems = reasonProblems(procedure, 'escalate_employer', { id: null, text });
      if (problems.length) return { problems };
      await tx.employerConfirmation.update({ where: { applicationId }, data: { status: 'ESCALATED' } });
      return { data: { detail: text } };
    },
  });
};
