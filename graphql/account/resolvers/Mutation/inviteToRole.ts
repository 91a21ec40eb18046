import { inviteToRole as invite } from '@/server/auth/invitations';
import { getViewer } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';

export const inviteToRole: NonNullable<MutationResolvers['inviteToRole']> = async (_parent, { input }, context) => ({
  problems: await invite(getViewer(context), input, context.language),
});
