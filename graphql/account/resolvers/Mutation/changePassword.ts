import { changePassword as change } from '@/server/auth/changePassword';
import { unauthenticated } from '@/server/errors';
import { findSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const changePassword: NonNullable<MutationResolvers['changePassword']> = async (_parent, { input }, { session }) => {
  if (!session) return unauthenticated();
  const problems = await change(session, input.current ?? null, input.next);
  return { problems, viewer: problems.length ? session : await findSession(session.sessionId) };
};
