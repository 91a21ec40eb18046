import { cancelEmailChange as cancel } from '@/server/auth/claimEmail';
import { unauthenticated } from '@/server/errors';
import { findSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const cancelEmailChange: NonNullable<MutationResolvers['cancelEmailChange']> = async (_parent, _args, { session }) => {
  if (!session || session.mustChoosePassword) return unauthenticated();
  await cancel(session);
  return { problems: [], viewer: await findSession(session.sessionId) };
};
