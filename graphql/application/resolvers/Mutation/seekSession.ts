import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const seekSession: NonNullable<MutationResolvers['seekSession']> = async (_parent, { id }, context) =>
  perform(getViewer(context), id, { action: 'seek_session' });
