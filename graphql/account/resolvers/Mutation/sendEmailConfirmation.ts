import { resendConfirmation } from '@/server/auth/claimEmail';
import { unauthenticated } from '@/server/errors';
import type { MutationResolvers } from './../../../types.generated';

export const sendEmailConfirmation: NonNullable<MutationResolvers['sendEmailConfirmation']> = async (_parent, _args, { session }) => {
  if (!session || session.mustChoosePassword) return unauthenticated();
  return { problems: await resendConfirmation(session) };
};
