import { removeRole as remove } from '@/server/auth/removeRole';
import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';

export const removeRole: NonNullable<MutationResolvers['removeRole']> = (_parent, { roleAssignmentId }, context) =>
  remove(getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR', 'COORDINATOR'), roleAssignmentId);
