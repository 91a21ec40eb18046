import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const formWithdrawal: NonNullable<MutationResolvers['formWithdrawal']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  return perform(viewer, input.applicationId, {
    record: 'form_withdrawal',
    write: async (tx, { application, procedure }, at) => {
      const reason = input.reason.trim();
      const problems = reasonProblems(procedure, 'form_withdrawal', { id: null, text: reason });
      if (problems.length) return { problems };
      const { id: applicationId, regionId } = application;
      // A declined one may be formed again: the record begins anew, the timeline keeps what was.
      const begun = { status: 'FORMED', reason, createdAt: at, formedById: viewer.accountId };
      const cleared = { sentAt: null, decidedAt: null, decidedById: null, declineReason: null };
      await tx.withdrawal.upsert({
        where: { applicationId },
        create: { id: newId(), regionId, applicationId, ...begun },
        update: { ...begun, ...cleared },
      });
      // A scan of an earlier withdrawal is not the paper of this one.
      await tx.evidenceFile.updateMany({
        where: { applicationId, paper: 'withdrawal', status: 'STORED' },
        data: { status: 'REPLACED', removedAt: at },
      });
      return { events: ['withdrawal.formed'], data: { detail: reason } };
    },
  });
};
