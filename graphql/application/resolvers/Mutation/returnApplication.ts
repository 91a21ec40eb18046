import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const returnApplication: NonNullable<MutationResolvers['returnApplication']> = async (_parent, { input }, context) => {
  const { id, reasonId, text } = input;
  return perform(getViewer(context), id, {
    action: 'return_for_correction',
    input: { reason: { id: reasonId, text } },
    write: async (tx) => void (await tx.application.update({ where: { id }, data: { reasonId, reasonText: text.trim() } })),
  });
};
