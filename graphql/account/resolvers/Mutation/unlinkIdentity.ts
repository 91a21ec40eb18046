import { unlinkIdentity as unlink } from '@/server/auth/linkedIdentities';
import { unauthenticated } from '@/server/errors';
import type { MutationResolvers } from './../../../types.generated';

export const unlinkIdentity: NonNullable<MutationResolvers['unlinkIdentity']> = async (_parent, { input }, { session }) => {
  if (!session || session.mustChoosePassword) return unauthenticated();
  return { problems: await unlink(session, input.identityId, input.current ?? null), viewer: session };
};
