import { acceptInvitation as accept } from '@/server/auth/acceptInvitation';
import { spend } from '@/server/auth/throttle';
import type { MutationResolvers } from './../../../types.generated';

export const acceptInvitation: NonNullable<MutationResolvers['acceptInvitation']> = async (_parent, { input }, { address, language }) => {
  // The password of a known account is asked here: guessing it costs the same tries as signing in.
  const throttled = await spend([
    ['sign_in_account', `invitation ${input.token}`],
    ['sign_in_address', address],
  ]);
  if (throttled.length) return { problems: throttled, login: null };
  return accept(input, language);
};
