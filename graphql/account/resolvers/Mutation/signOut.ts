import { closeSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const signOut: NonNullable<MutationResolvers['signOut']> = async (_parent, _args, { session }) => {
  await closeSession(session?.sessionId);
  return { problems: [] };
};
