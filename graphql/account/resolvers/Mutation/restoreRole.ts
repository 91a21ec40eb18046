import { restoreRole as restore } from '@/server/auth/restoreRole';
import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';

export const restoreRole: NonNullable<MutationResolvers['restoreRole']> = (_parent, { roleAssignmentId }, context) =>
  restore(getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR', 'COORDINATOR'), roleAssignmentId);
