import { getViewerAs } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { nameAccount } from '../../nameAccount';

export const resubmitApplication: NonNullable<MutationResolvers['resubmitApplication']> = async (_parent, { id }, context) =>
  perform(getViewerAs(context, 'TEACHER'), id, { action: 'resubmit', write: nameAccount });
