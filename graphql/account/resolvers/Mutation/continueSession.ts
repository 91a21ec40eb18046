import { unauthenticated } from '@/server/errors';
import type { MutationResolvers } from './../../../types.generated';

/** That it was called is what counts: every write keeps its session (src/server/activity.ts). */
export const continueSession: NonNullable<MutationResolvers['continueSession']> = (_parent, _args, { session }) =>
  session ? { problems: [] } : unauthenticated();
