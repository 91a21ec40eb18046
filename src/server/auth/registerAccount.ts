import { isDeepStrictEqual } from 'node:util';
import { type Problem, problem } from '@/domain/problems';
import type { Language } from '@/domain/procedure/vocabulary';
import { emailProblems, parseEmail } from '@/domain/typed/email';
import { tidyLogin } from '@/domain/typed/login';
import { nameProblems, tidyName } from '@/domain/typed/personName';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { newId } from '../ids';
import { Prisma, prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { claimEmail } from './claimEmail';
import { findOwner, lockClaim } from './claims';
import { sendPasswordLink } from './credentials';
import { beginAsTeacher } from './identities';
import { loginProblems, loginTaken } from './loginRules';
import { passwordProblems } from './passwordRules';
import { hashPassword, verifyPassword } from './passwords';
import { accountRule } from './roles';

export interface RegisterInput {
  login: string;
  password: string;
  lastName: string;
  firstName: string;
  patronymic: string;
  email: string;
}

/**
 * A teacher registers by himself. The account is there at once, its address waits for the letter's link. Where somebody has proven the address
 * the account is made all the same, so that nobody learns it: the owner gets a letter and becomes a teacher here with the account he has.
 */
export async function registerAccount(regionId: string, input: RegisterInput, language: Language): Promise<Problem[]> {
  const { procedure } = await getCurrentProcedure(regionId);
  if (accountRule(procedure, 'TEACHER')?.mode !== 'self_registration') return [problem('ROLE_NOT_IN_REGION')];
  const email = parseEmail(input.email);
  const login = tidyLogin(input.login);
  const names = { lastName: tidyName(input.lastName), firstName: tidyName(input.firstName), patronymic: tidyName(input.patronymic) };
  const problems = [
    ...nameProblems(input),
    ...emailProblems(input.email, ['email']),
    ...loginProblems(login),
    ...(await passwordProblems(input.password, { login, email, ...names }, 'password')),
  ];
  if (problems.length || !email) return problems;
  const at = await refreshClock();
  const wanted = { login, email, password: input.password, ...names };
  if (await prisma.account.findFirst({ where: { login }, select: { id: true } })) return takenUnlessOwn(wanted, at);
  const passwordHash = await hashPassword(input.password);
  try {
    await prisma.$transaction(async (tx) => {
      await lockClaim(tx, email);
      const account = await tx.account.create({
        data: { id: newId(), login, pendingEmail: email, passwordHash, passwordChosenAt: at, language, createdAt: at, ...names },
      });
      await beginAsTeacher(tx, regionId, account.id, at);
      await writeAudit(tx, null, { action: 'register_account', objectType: 'Account', objectId: account.id, regionId });
      const owner = await findOwner(tx, email);
      if (!owner) return claimEmail(tx, { regionId, procedure, account, email, registered: true });
      await beginAsTeacher(tx, regionId, owner.id, at);
      return sendPasswordLink(tx, { regionId, procedure, account: owner });
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return takenUnlessOwn(wanted, at);
    throw error;
  }
  return [];
}

/** So long the same registration sent again is the one that was made: a second press, a repeated request. */
const SAME_MS = 3_600_000;

interface Wanted {
  login: string;
  email: string;
  password: string;
  lastName: string;
  firstName: string;
  patronymic: string;
}

/** Whoever repeats all he has just said, the password too, is answered as the first time; of anybody else's account only the login is told of. */
async function takenUnlessOwn({ login, email, password, ...names }: Wanted, at: Date): Promise<Problem[]> {
  const made = await prisma.account.findUnique({ where: { login } });
  const address = made?.email ?? made?.pendingEmail;
  const same =
    made !== null && address === email && at.getTime() - made.createdAt.getTime() < SAME_MS && isDeepStrictEqual(namesOf(made), names);
  return same && (await verifyPassword(made.passwordHash, password)) ? [] : [await loginTaken(login)];
}

const namesOf = ({ lastName, firstName, patronymic }: Omit<Wanted, 'login' | 'email' | 'password'>) => ({
  lastName,
  firstName,
  patronymic,
});
