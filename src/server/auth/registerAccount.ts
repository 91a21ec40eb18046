import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { newId } from '../ids';
import { Prisma, prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { writeAccountLetters } from './accountLetters';
import { sendPasswordLink, tokenHash } from './credentials';
import { parseEmail } from './email';
import { beginAsTeacher } from './identities';
import { newToken, secretLink } from './links';
import { loginProblems, tidyLogin } from './loginRules';
import { passwordProblems } from './passwordRules';
import { hashPassword } from './passwords';
import { accountRule } from './roles';
import { nameProblems, tidyName } from './saveProfile';

export interface RegisterInput {
  login: string;
  password: string;
  lastName: string;
  firstName: string;
  patronymic: string;
  email: string;
}

/** Three days of real time. */
const CONFIRM_MS = 3 * 86_400_000;

/**
 * A teacher registers by himself. A known address is answered alike and its owner gets a letter. That no account was made can still be found
 * out by signing in with what was chosen: the throttle of addresses keeps it slow.
 */
export async function registerAccount(regionId: string, input: RegisterInput, language: Language): Promise<Problem[]> {
  const { procedure } = await getCurrentProcedure(regionId);
  if (accountRule(procedure, 'TEACHER')?.mode !== 'self_registration') return [problem('ROLE_NOT_IN_REGION')];
  const email = parseEmail(input.email);
  const login = tidyLogin(input.login);
  const names = { lastName: tidyName(input.lastName), firstName: tidyName(input.firstName), patronymic: tidyName(input.patronymic) };
  const problems = [
    ...loginProblems(login),
    ...(await passwordProblems(input.password, { login, email, ...names })).map((p) => ({ ...p, path: ['password'] })),
    ...nameProblems(input),
    ...(email ? [] : [problem(input.email.trim() ? 'VALUE_INVALID' : 'REQUIRED', ['email'])]),
  ];
  if (problems.length || !email) return problems;
  if (await prisma.account.findFirst({ where: { login }, select: { id: true } })) return [problem('VALUE_TAKEN', ['login'])];
  const passwordHash = await hashPassword(input.password);
  const at = await refreshClock();
  try {
    await prisma.$transaction(async (tx) => {
      const known = await tx.account.findUnique({ where: { email } });
      if (known) {
        // Who came in another region or another role becomes a teacher here as well.
        await beginAsTeacher(tx, regionId, known.id, at);
        return sendPasswordLink(tx, { regionId, procedure, account: known });
      }
      const account = await tx.account.create({
        data: { id: newId(), login, email, passwordHash, passwordChosenAt: at, language, createdAt: at, ...names },
      });
      await tx.roleAssignment.create({ data: { id: newId(), regionId, accountId: account.id, role: 'TEACHER', createdAt: at } });
      await sendConfirmation(tx, { regionId, procedure, account });
      await writeAudit(tx, null, { action: 'register_account', objectType: 'Account', objectId: account.id, regionId });
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return [problem('VALUE_TAKEN', ['login'])];
    throw error;
  }
  return [];
}

/** Writes the letter with the link that confirms an address; earlier links stop working. */
export async function sendConfirmation(tx: Tx, about: { regionId: string; procedure: Procedure; account: Account }): Promise<void> {
  const { account } = about;
  if (!account.email) return;
  const token = newToken();
  const real = new Date();
  await tx.emailConfirmation.deleteMany({ where: { accountId: account.id, usedAt: null } });
  await tx.emailConfirmation.create({
    data: {
      id: newId(),
      accountId: account.id,
      email: account.email,
      tokenHash: tokenHash(token),
      createdAt: real,
      expiresAt: new Date(real.getTime() + CONFIRM_MS),
    },
  });
  const values = { 'links.activation': secretLink('/register/confirm') };
  await writeAccountLetters(tx, 'account.credentials_issued', { ...about, role: 'TEACHER', secret: token, values });
}

/** The address of a letter is confirmed by its link, if it is still the account's. */
export async function confirmEmail(token: string): Promise<Problem[]> {
  const open = { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } };
  const link = await prisma.emailConfirmation.findFirst({ where: open });
  if (!link) return [problem('LINK_EXPIRED')];
  const at = await refreshClock();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.emailConfirmation.updateMany({ where: open, data: { usedAt: new Date() } });
    const confirmed = await tx.account.updateMany({ where: { id: link.accountId, email: link.email }, data: { emailVerifiedAt: at } });
    if (!count || !confirmed.count) return [problem('LINK_EXPIRED')];
    await writeAudit(tx, null, { action: 'confirm_email', objectType: 'Account', objectId: link.accountId });
    return [];
  });
}
