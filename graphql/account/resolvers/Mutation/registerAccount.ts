import { problem } from '@/domain/problems';
import { parseEmail } from '@/domain/typed/email';
import { registerAccount as register } from '@/server/auth/registerAccount';
import { atLeast, spend } from '@/server/auth/throttle';
import type { MutationResolvers } from './../../../types.generated';

export const registerAccount: NonNullable<MutationResolvers['registerAccount']> = async (
  _parent,
  { input },
  { region, address, language },
) => {
  if (!region) return { problems: [problem('REQUIRED', ['region'])] };
  const throttled = await spend([
    ['access_email', parseEmail(input.email) ?? input.email],
    ['access_address', address],
  ]);
  if (throttled.length) return { problems: throttled };
  return { problems: await atLeast(400, register(region.id, input, language)) };
};
