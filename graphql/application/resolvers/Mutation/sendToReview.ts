import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const sendToReview: NonNullable<MutationResolvers['sendToReview']> = async (_parent, { id }, context) =>
  perform(getViewer(context), id, { action: 'send_to_review' });
