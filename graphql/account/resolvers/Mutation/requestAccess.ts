import { problem } from '@/domain/problems';
import { emailProblems, parseEmail } from '@/domain/typed/email';
import { requestAccess as ask } from '@/server/auth/requestAccess';
import { atLeast, spend } from '@/server/auth/throttle';
import type { MutationResolvers } from './../../../types.generated';

export const requestAccess: NonNullable<MutationResolvers['requestAccess']> = async (
  _parent,
  { email: typed },
  { region, address, language },
) => {
  const email = parseEmail(typed);
  if (!email) return { problems: emailProblems(typed, ['email']) };
  if (!region) return { problems: [problem('REQUIRED', ['region'])] };
  const throttled = await spend([
    ['access_email', email],
    ['access_address', address],
  ]);
  if (throttled.length) return { problems: throttled };
  return { problems: await atLeast(400, ask(region.id, email, language)) };
};
