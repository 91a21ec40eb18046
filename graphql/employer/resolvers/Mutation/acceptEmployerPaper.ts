import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const acceptEmployerPaper: NonNullable<MutationResolvers['acceptEmployerPaper']> = async (_parent, { applicationId }, context) =>
  perform(getViewer(context), applicationId, {
    record: 'accept_employer_paper',
    write: async (tx, _found, at) => {
      await tx.employerPaper.update({ where: { applicationId }, data: { status: 'ACCEPTED', acceptedAt: at } });
      return undefined;
    },
  });
