import { reopenAccount as reopen } from '@/server/auth/reopenAccount';
import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';

export const reopenAccount: NonNullable<MutationResolvers['reopenAccount']> = (_parent, { accountId }, context) =>
  reopen(getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR', 'COORDINATOR'), accountId);
