import { type Problem, problem } from '@/domain/problems';
import { LANGUAGES } from '@/domain/procedure/vocabulary';
import { prisma } from '../prisma';
import { getProcedure } from '../procedures';
import { inLatinLayout, inRussianLayout } from './keyboard';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** A shorter name is part of many words. */
const NAME_MIN = 4;

/** Whose password it is: what others know of a person is no password. */
export interface PasswordOwner {
  login: string;
  email: string | null;
  lastName: string;
  firstName: string;
  patronymic: string;
}

const DATE =
  /^\D*(\d{1,2}\D\d{1,2}\D(\d{2}|(19|20)\d{2})|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d{2}|(19|20)\d{2}\D?\d{2}\D?\d{2})\D*$/;

/** Why a password may not be chosen; empty when it may. */
export async function passwordProblems(password: string, owner: PasswordOwner, path = 'next'): Promise<Problem[]> {
  if ([...password].length < PASSWORD_MIN) return [problem('PASSWORD_TOO_SHORT', [path], { min: PASSWORD_MIN })];
  if ([...password].length > PASSWORD_MAX) return [problem('PASSWORD_TOO_LONG', [path], { max: PASSWORD_MAX })];
  const own = wordsOf(owner);
  if (isPersonal(password, own)) return [problem('PASSWORD_PERSONAL', [path])];
  // The lists are loaded when somebody chooses a password: no other request needs them.
  const { isGuessable } = await import('./passwordStrength');
  return isGuessable(password, [...own, ...(await regionWords())]) ? [problem('PASSWORD_TOO_COMMON', [path])] : [];
}

const wordsOf = ({ login, email, lastName, firstName, patronymic }: PasswordOwner): string[] =>
  [login, email?.split('@')[0] ?? '', lastName, firstName, patronymic].filter(Boolean).map((word) => word.toLowerCase());

/** A birth date, or a password that holds one's own name in either keyboard layout. */
function isPersonal(password: string, own: readonly string[]): boolean {
  const low = password.toLowerCase();
  const spellings = [low, inRussianLayout(low), inLatinLayout(low)];
  return DATE.test(password) || own.some((word) => word.length >= NAME_MIN && spellings.some((typed) => typed.includes(word)));
}

/** What the regions of this installation are called: people begin with that. */
async function regionWords(): Promise<string[]> {
  const regions = await prisma.region.findMany({ select: { slug: true, timezone: true, currentVersionId: true } });
  const labels = await Promise.all(
    regions.map(async ({ slug, timezone, currentVersionId }) => {
      const label = currentVersionId ? (await getProcedure(currentVersionId)).region.label : null;
      return [slug, timezone, ...LANGUAGES.map((language) => label?.[language] ?? '')];
    }),
  );
  return labels.flat().flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u));
}
