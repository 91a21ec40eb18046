import { getViewerAs } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { nameAccount } from '../../nameAccount';

export const submitApplication: NonNullable<MutationResolvers['submitApplication']> = async (_parent, { id }, context) =>
  perform(getViewerAs(context, 'TEACHER'), id, { action: 'submit', write: nameAccount });
