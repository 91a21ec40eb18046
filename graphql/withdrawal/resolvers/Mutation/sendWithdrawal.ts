import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const sendWithdrawal: NonNullable<MutationResolvers['sendWithdrawal']> = async (_parent, { applicationId }, context) =>
  perform(getViewer(context), applicationId, {
    record: 'send_withdrawal',
    write: async (tx, _found, at) => {
      await tx.withdrawal.update({ where: { applicationId }, data: { status: 'SENT', sentAt: at } });
      return { events: ['withdrawal.sent'] };
    },
  });
