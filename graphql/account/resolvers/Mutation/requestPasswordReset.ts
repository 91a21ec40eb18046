import { problem } from '@/domain/problems';
import { findAccount } from '@/server/auth/findAccount';
import { requestPasswordReset as ask } from '@/server/auth/passwordReset';
import { atLeast, spend } from '@/server/auth/throttle';
import type { MutationResolvers } from './../../../types.generated';

export const requestPasswordReset: NonNullable<MutationResolvers['requestPasswordReset']> = async (_parent, { login }, { address }) => {
  if (!login.trim()) return { problems: [problem('REQUIRED', ['login'])] };
  const { key } = await findAccount(login);
  const throttled = await spend([
    ['reset_account', key],
    ['reset_address', address],
  ]);
  if (throttled.length) return { problems: throttled };
  await atLeast(400, ask(login));
  return { problems: [] };
};
