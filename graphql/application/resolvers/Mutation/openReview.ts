import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const openReview: NonNullable<MutationResolvers['openReview']> = async (_parent, { id }, context) =>
  perform(getViewer(context), id, { action: 'open_review' });
