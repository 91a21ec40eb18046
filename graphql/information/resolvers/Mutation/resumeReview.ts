import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const resumeReview: NonNullable<MutationResolvers['resumeReview']> = async (_parent, { id }, context) =>
  perform(getViewer(context), id, { action: 'resume_review' });
