import { waysOf } from '@/domain/workflow';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const registerApplication: NonNullable<MutationResolvers['registerApplication']> = async (_parent, { id }, context) => {
  const viewer = getViewer(context);
  return perform(viewer, id, {
    action: 'register',
    // The history says for whom he acts who registers only because the municipality has no coordinator.
    write: async (_tx, { procedure, facts }) => {
      const way = waysOf(procedure, facts, viewer.role).find((t) => t.action === 'register');
      return way?.guards?.includes('coordinator_absent') ? { data: { standsIn: 'COORDINATOR' } } : undefined;
    },
  });
};
