import { type Problem, problem } from '@/domain/problems';
import { LANGUAGES } from '@/domain/procedure/vocabulary';
import { writeAudit } from '../audit';
import { Prisma, prisma } from '../prisma';
import type { SessionInfo } from '../sessions';
import { confirmPassword } from './changePassword';
import { parseEmail } from './email';
import { afterOwnChange, phoneProblems } from './phones';

export interface ProfileInput {
  lastName: string;
  firstName: string;
  patronymic: string;
  email: string;
  phone: string;
  language: string;
  sex?: string | null;
  current?: string | null;
}

const NAME_MAX = 100;
const SEXES = ['female', 'male'];

/** Names as they are stored: one space between parts, no control characters. */
export const tidyName = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** What is wrong with a person's names. */
export function nameProblems(input: Pick<ProfileInput, 'lastName' | 'firstName' | 'patronymic'>): Problem[] {
  return (['lastName', 'firstName', 'patronymic'] as const).flatMap((field) => {
    const value = tidyName(input[field]);
    if (!value && field !== 'patronymic') return [problem('REQUIRED', [field])];
    return [...value].length > NAME_MAX ? [problem('VALUE_TOO_LONG', [field], { max: NAME_MAX })] : [];
  });
}

/** Saves one's own profile. Letters about the case go to the e-mail, so a new one asks for the present password. */
export async function saveProfile(session: SessionInfo, input: ProfileInput): Promise<Problem[]> {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: session.accountId } });
  const email = parseEmail(input.email);
  const phone = input.phone.trim();
  const problems = nameProblems(input);
  if (!email) problems.push(problem(input.email.trim() ? 'VALUE_INVALID' : 'REQUIRED', ['email']));
  problems.push(...phoneProblems(phone));
  const language = LANGUAGES.find((known) => known === input.language);
  if (!language) problems.push(problem('VALUE_NOT_LISTED', ['language']));
  if (input.sex && !SEXES.includes(input.sex)) problems.push(problem('VALUE_NOT_LISTED', ['sex']));
  if (problems.length || !email || !language) return problems;
  if (email !== account.email && account.email !== null) {
    const wrong = await confirmPassword(account, input.current ?? null);
    if (wrong.length) return wrong;
  }
  // A new address is its owner's only once he has followed the link sent to it.
  const moved = email !== account.email;
  const names = { lastName: tidyName(input.lastName), firstName: tidyName(input.firstName), patronymic: tidyName(input.patronymic) };
  try {
    await prisma.$transaction(async (tx) => {
      // A link that went to the former address proves nothing of the new one.
      if (moved) await tx.passwordReset.deleteMany({ where: { accountId: account.id, usedAt: null } });
      await tx.account.update({
        where: { id: account.id },
        data: {
          ...names,
          email,
          phone,
          ...afterOwnChange(account, phone),
          language,
          ...(input.sex && { sex: input.sex }),
          ...(moved && { emailVerifiedAt: null }),
        },
      });
      await writeAudit(tx, session.viewer, {
        action: 'save_profile',
        objectType: 'Account',
        objectId: account.id,
        data: { emailChanged: moved },
      });
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return [problem('VALUE_TAKEN', ['email'])];
    throw error;
  }
  return [];
}
