import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const handOverConclusion: NonNullable<MutationResolvers['handOverConclusion']> = async (_parent, { id }, context) => {
  const viewer = getViewer(context);
  return perform(viewer, id, {
    record: 'hand_over',
    write: async (tx, _found, at) => {
      await tx.application.update({ where: { id }, data: { handedOverAt: at, handedOverById: viewer.accountId } });
      return { events: ['conclusion.handed_over'] };
    },
  });
};
