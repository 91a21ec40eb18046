import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const declineWithdrawal: NonNullable<MutationResolvers['declineWithdrawal']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const { applicationId } = input;
  return perform(viewer, applicationId, {
    record: 'decline_withdrawal',
    write: async (tx, { procedure }, at) => {
      const declineReason = input.reason.trim();
      const problems = reasonProblems(procedure, 'decline_withdrawal', { id: null, text: declineReason });
      if (problems.length) return { problems };
      const decided = { decidedAt: at, decidedById: viewer.accountId, declineReason };
      await tx.withdrawal.update({ where: { applicationId }, data: { status: 'DECLINED', ...decided } });
      return { events: ['withdrawal.declined'], data: { detail: declineReason } };
    },
  });
};
