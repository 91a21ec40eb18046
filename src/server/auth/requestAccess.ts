import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { newId } from '../ids';
import { prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { lockClaim } from './claims';
import { freeLogin, giveCredentials, sendPasswordLink } from './credentials';
import { beginAsTeacher } from './identities';
import { hashPassword, oneTimePassword } from './passwords';
import { accountRule } from './roles';

interface Wish {
  regionId: string;
  procedure: Procedure;
  email: string;
  language: Language;
  password: string;
  passwordHash: string;
  at: Date;
}

/**
 * A teacher asks for access by e-mail. An unknown address gets an account and letter 1; a known one gets a link to choose a password, or
 * credentials anew when those it got were never used in time. What is answered is the same.
 */
export async function requestAccess(regionId: string, email: string, language: Language): Promise<Problem[]> {
  const { procedure } = await getCurrentProcedure(regionId);
  if (accountRule(procedure, 'TEACHER')?.mode !== 'email_credentials') return [problem('ROLE_NOT_IN_REGION')];
  const at = await refreshClock();
  const password = oneTimePassword();
  const wish: Wish = { regionId, procedure, email, language, password, passwordHash: await hashPassword(password), at };
  await prisma.$transaction((tx) => answer(tx, wish), { timeout: 20_000 });
  return [];
}

async function answer(tx: Tx, wish: Wish): Promise<void> {
  const { regionId, procedure, email, at } = wish;
  await lockClaim(tx, email);
  const known = await tx.account.findUnique({ where: { email } });
  // Who came in another region or another role becomes a teacher here as well.
  if (known) await beginAsTeacher(tx, regionId, known.id, at);
  if (known && !neverUsed(known, at)) return sendPasswordLink(tx, { regionId, procedure, account: known });
  const account = known ?? (await createTeacher(tx, wish));
  await giveCredentials(tx, { ...wish, role: 'TEACHER', account }, at);
  await writeAudit(tx, null, { action: 'request_access', objectType: 'Account', objectId: account.id, regionId });
}

/** Credentials whose term passed before a password was chosen: they are gone, the person may ask again. */
const neverUsed = (account: Account, at: Date): boolean =>
  account.passwordChosenAt === null &&
  (account.lockedAt !== null || (account.passwordExpiresAt !== null && account.passwordExpiresAt <= at));

async function createTeacher(tx: Tx, { regionId, email, language, passwordHash, at }: Wish): Promise<Account> {
  const login = await freeLogin(tx, 'TEACHER');
  const account = await tx.account.create({ data: { id: newId(), login, email, passwordHash, language, createdAt: at } });
  await beginAsTeacher(tx, regionId, account.id, at);
  return account;
}
