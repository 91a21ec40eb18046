import { saveProfile as save } from '@/server/auth/saveProfile';
import { unauthenticated } from '@/server/errors';
import { findSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const saveProfile: NonNullable<MutationResolvers['saveProfile']> = async (_parent, { input }, { session }) => {
  if (!session || session.mustChoosePassword) return unauthenticated();
  const problems = await save(session, input);
  return { problems, viewer: problems.length ? session : await findSession(session.sessionId) };
};
