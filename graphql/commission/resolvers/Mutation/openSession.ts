import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const openSession: NonNullable<MutationResolvers['openSession']> = async (_parent, { id }, context) =>
  perform(getViewer(context), id, { action: 'open_session' });
