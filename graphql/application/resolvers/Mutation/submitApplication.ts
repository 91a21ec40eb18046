import { getViewerAs } from '@/server/context';
import { perform } from '@/server/perform';
import { nameAccount } from '../../nameAccount';
import type { MutationResolvers } from './../../../types.generated';

export const submitApplication: NonNullable<MutationResolvers['submitApplication']> = async (_parent, { id }, context) =>
  perform(getViewerAs(context, 'TEACHER'), id, { action: 'submit', write: nameAccount });
