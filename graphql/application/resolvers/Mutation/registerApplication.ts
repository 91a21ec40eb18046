import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const registerApplication: NonNullable<MutationResolvers['registerApplication']> = async (_parent, { id }, context) =>
  perform(getViewer(context), id, { action: 'register' });
