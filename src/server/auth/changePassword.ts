import { type Problem, problem } from '@/domain/problems';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { letterAddress } from '../mail/letters';
import { prisma } from '../prisma';
import type { SessionInfo } from '../sessions';
import { writeOwnLetter } from './accountLetters';
import { proveEmail } from './claims';
import { proveOwner } from './freshProof';
import { homeOf } from './homeRegion';
import { passwordProblems } from './passwordRules';
import { hashPassword, verifyPassword } from './passwords';

/**
 * Chooses a password. Its owner shows first who he is, unless it is the one-time password somebody just signed in with; every other session
 * of the account ends, and a letter says that it was changed.
 */
export async function changePassword(session: SessionInfo, current: string | null, next: string): Promise<Problem[]> {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: session.accountId } });
  if (!session.mustChoosePassword) {
    const wrong = await proveOwner(session, account, current);
    if (wrong.length) return wrong;
  }
  const refused = await passwordProblems(next, account);
  if (refused.length) return refused;
  if (await verifyPassword(account.passwordHash, next)) return [problem('PASSWORD_SAME', ['next'])];
  const passwordHash = await hashPassword(next);
  const at = await refreshClock();
  await prisma.$transaction(async (tx) => {
    const chosen = { passwordHash, passwordChosenAt: at, passwordExpiresAt: null };
    // The one-time password came by letter: who has it reads what is sent to the address. Whoever may have come by the portal has shown nothing of it.
    const byLetter = session.mustChoosePassword && (await tx.identity.count({ where: { accountId: account.id } })) === 0;
    const proven = byLetter ? letterAddress(account) : null;
    if (proven) await proveEmail(tx, account.id, proven, at);
    await tx.account.update({ where: { id: account.id }, data: chosen });
    await tx.session.deleteMany({ where: { accountId: account.id, id: { not: session.sessionId } } });
    await tx.passwordReset.deleteMany({ where: { accountId: account.id, usedAt: null } });
    await writeAudit(tx, session.viewer, { action: 'change_password', objectType: 'Account', objectId: account.id });
    if (!session.mustChoosePassword) await writeOwnLetter(tx, 'password_changed', { ...(await homeOf(tx, account.id)), account });
  });
  return [];
}
