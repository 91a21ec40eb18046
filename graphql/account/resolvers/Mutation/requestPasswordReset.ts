import { problem } from '@/domain/problems';
import { accountKey } from '@/server/auth/accountKey';
import { requestPasswordReset as ask } from '@/server/auth/passwordReset';
import { atLeast, spend } from '@/server/auth/throttle';
import type { MutationResolvers } from './../../../types.generated';

export const requestPasswordReset: NonNullable<MutationResolvers['requestPasswordReset']> = async (_parent, { login }, { address }) => {
  const typed = login.trim().toLowerCase();
  if (!typed) return { problems: [problem('REQUIRED', ['login'])] };
  const throttled = await spend([
    ['reset_account', accountKey(typed)],
    ['reset_address', address],
  ]);
  if (throttled.length) return { problems: throttled };
  await atLeast(400, ask(typed));
  return { problems: [] };
};
