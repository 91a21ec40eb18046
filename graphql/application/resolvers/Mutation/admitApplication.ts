import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const admitApplication: NonNullable<MutationResolvers['admitApplication']> = async (_parent, { id }, context) =>
  perform(getViewer(context), id, { action: 'admit' });
