import { issueAccount as issue } from '@/server/auth/issueAccount';
import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';

export const issueAccount: NonNullable<MutationResolvers['issueAccount']> = (_parent, { input }, context) =>
  issue(getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR', 'COORDINATOR'), input, context.language);
