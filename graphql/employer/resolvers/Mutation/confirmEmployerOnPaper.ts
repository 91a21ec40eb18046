import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const confirmEmployerOnPaper: NonNullable<MutationResolvers['confirmEmployerOnPaper']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const { applicationId } = input;
  const text = input.reason.trim();
  return perform(viewer, applicationId, {
    record: 'confirm_employer_on_paper',
    write: async (tx, { procedure }, at) => {
      const problems = reasonProblems(procedure, 'confirm_employer_on_paper', { id: null, text });
      if (problems.length) return { problems };
      const answered = { status: 'PAPER_CONFIRMED', reason: null, disputedFields: [], answeredAt: at, answeredById: viewer.accountId };
      await tx.employerConfirmation.update({ where: { applicationId }, data: answered });
      return { events: ['employer.confirmed'], data: { detail: text } };
    },
  });
};
