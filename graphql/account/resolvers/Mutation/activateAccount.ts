import { activateAccount as activate } from '@/server/auth/activation';
import { findAccount } from '@/server/auth/findAccount';
import { atLeast, spend } from '@/server/auth/throttle';
import type { MutationResolvers } from './../../../types.generated';

export const activateAccount: NonNullable<MutationResolvers['activateAccount']> = async (_parent, { input }, { address }) => {
  const throttled = await spend([
    ['activation_account', (await findAccount(input.snils)).key],
    ['sign_in_address', address],
  ]);
  if (throttled.length) return { problems: throttled, login: null };
  return atLeast(400, activate(input));
};
