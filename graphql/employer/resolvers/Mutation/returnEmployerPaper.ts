import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { paperReturned } from '../../paper';

export const returnEmployerPaper: NonNullable<MutationResolvers['returnEmployerPaper']> = async (_parent, { input }, context) => {
  const reason = input.reason.trim();
  return perform(getViewer(context), input.applicationId, {
    record: 'return_employer_paper',
    write: async (tx, found, at) => {
      const problems = reasonProblems(found.procedure, 'return_employer_paper', { id: null, text: reason });
      return problems.length ? { problems } : paperReturned(tx, found, at, reason);
    },
  });
};
