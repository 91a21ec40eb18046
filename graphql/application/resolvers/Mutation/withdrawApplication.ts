import { getViewerAs } from '@/server/context';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const withdrawApplication: NonNullable<MutationResolvers['withdrawApplication']> = async (_parent, { input }, context) => {
  const { id } = input;
  const reason = input.reason.trim();
  return perform(getViewerAs(context, 'TEACHER'), id, {
    action: 'withdraw',
    input: { reason: { id: null, text: reason } },
    write: async (tx, { application, procedure }, at) => {
      // Where a withdrawal is a record of its own with steps, it stands already.
      if (procedure.application.withdrawal.needsRegistration) return { data: { detail: reason } };
      const record = { status: 'REGISTERED', reason, createdAt: at };
      await tx.withdrawal.upsert({
        where: { applicationId: id },
        create: { id: newId(), regionId: application.regionId, applicationId: id, ...record },
        update: record,
      });
      return { data: { detail: reason } };
    },
  });
};
