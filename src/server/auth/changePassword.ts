import { type Problem, problem } from '@/domain/problems';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { letterAddress } from '../mail/letters';
import { prisma } from '../prisma';
import type { SessionInfo } from '../sessions';
import { accountKey } from './accountKey';
import { proveEmail } from './claims';
import { passwordProblems } from './passwordRules';
import { hashPassword, hasPassword, verifyPassword } from './passwords';
import { giveBack, spend } from './throttle';

/**
 * Chooses a password. The present one is asked for unless it is the one-time password somebody just signed in with; every other session
 * of the account ends.
 */
export async function changePassword(session: SessionInfo, current: string | null, next: string): Promise<Problem[]> {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: session.accountId } });
  if (!session.mustChoosePassword) {
    const wrong = await confirmPassword(account, current);
    if (wrong.length) return wrong;
  }
  const refused = await passwordProblems(next, account);
  if (refused.length) return refused;
  if (await verifyPassword(account.passwordHash, next)) return [problem('PASSWORD_SAME', ['next'])];
  const passwordHash = await hashPassword(next);
  const at = await refreshClock();
  await prisma.$transaction(async (tx) => {
    const chosen = { passwordHash, passwordChosenAt: at, passwordExpiresAt: null };
    // The one-time password came by letter: who has it reads what is sent to the address.
    const proven = session.mustChoosePassword ? letterAddress(account) : null;
    if (proven) await proveEmail(tx, account.id, proven, at);
    await tx.account.update({ where: { id: account.id }, data: chosen });
    await tx.session.deleteMany({ where: { accountId: account.id, id: { not: session.sessionId } } });
    await tx.passwordReset.deleteMany({ where: { accountId: account.id, usedAt: null } });
    await writeAudit(tx, session.viewer, { action: 'change_password', objectType: 'Account', objectId: account.id });
  });
  return [];
}

/** Asks for the present password before something that would give the account away; as throttled as a sign-in. */
export async function confirmPassword(account: { login: string; passwordHash: string }, current: string | null): Promise<Problem[]> {
  // Who comes in through the portal has no password to give.
  if (!hasPassword(account.passwordHash)) return [];
  if (!current) return [problem('REQUIRED', ['current'])];
  const throttled = await spend([['sign_in_account', accountKey(account.login)]]);
  if (throttled.length) return throttled;
  if (!(await verifyPassword(account.passwordHash, current))) return [problem('PASSWORD_WRONG', ['current'])];
  await giveBack(accountKey(account.login));
  return [];
}
