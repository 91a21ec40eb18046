import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const registerWithdrawal: NonNullable<MutationResolvers['registerWithdrawal']> = async (_parent, { applicationId }, context) => {
  const viewer = getViewer(context);
  // The system then withdraws the application itself.
  return perform(viewer, applicationId, {
    record: 'register_withdrawal',
    write: async (tx, _found, at) => {
      await tx.withdrawal.update({
        where: { applicationId },
        data: { status: 'REGISTERED', decidedAt: at, decidedById: viewer.accountId },
      });
      return { events: ['withdrawal.registered'] };
    },
  });
};
