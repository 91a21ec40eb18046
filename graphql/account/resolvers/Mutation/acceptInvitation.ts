import { acceptInvitation as accept } from '@/server/auth/acceptInvitation';
import { findAccount } from '@/server/auth/findAccount';
import { findInvitation } from '@/server/auth/invitations';
import { spend } from '@/server/auth/throttle';
import type { MutationResolvers } from './../../../types.generated';

export const acceptInvitation: NonNullable<MutationResolvers['acceptInvitation']> = async (_parent, { input }, { address, language }) => {
  // The password of a known account is asked here: guessing it costs the same tries as signing in.
  const invitation = await findInvitation(input.token);
  const names = [invitation?.email ?? input.token, ...(input.existing && input.login ? [input.login] : [])];
  const keys = new Set((await Promise.all(names.map(findAccount))).map(({ key }) => key));
  const throttled = await spend([...[...keys].map((key) => ['sign_in_account', key] as const), ['sign_in_address', address]]);
  if (throttled.length) return { problems: throttled, login: null };
  return accept(input, language);
};
