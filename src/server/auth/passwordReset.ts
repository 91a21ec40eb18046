import { type Problem, problem } from '@/domain/problems';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { prisma, type Tx } from '../prisma';
import { writeOwnLetter } from './accountLetters';
import { proveEmail } from './claims';
import { findClosedLink } from './closedLinks';
import { recoveryAddress, sendPasswordLink, tokenHash } from './credentials';
import { findAccount } from './findAccount';
import { homeOf } from './homeRegion';
import { partUnproven } from './linkedIdentities';
import { passwordProblems } from './passwordRules';
import { hashPassword, verifyPassword } from './passwords';
import { rememberPlace } from './throttle';

/** Sends the link to the address of the account that signs in so, if it has or had a role somewhere; nothing is told to who asked. */
export async function requestPasswordReset(typed: string): Promise<void> {
  const { account } = await findAccount(typed);
  // Also of whom a role was taken away: he keeps his way in, and with it his case when the role is given back.
  if (!account || !(await prisma.roleAssignment.count({ where: { accountId: account.id } }))) return;
  const home = await homeOf(prisma, account.id);
  await refreshClock();
  await prisma.$transaction((tx) => sendPasswordLink(tx, { ...home, account }), { timeout: 20_000 });
}

/** Who followed the link has read a letter to the address. One that was only typed in may be another person's: the portal's doors of the account close. */
async function proveByLink(tx: Tx, account: Account, email: string, at: Date): Promise<void> {
  if (email !== account.email) await tx.identity.deleteMany({ where: { accountId: account.id } });
  await proveEmail(tx, account.id, email, at);
}

const openLink = (token: string) => ({ tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } });

/** A password letter's link while it works, with its account, or null: one that went to an address the account has given up opens nothing. */
async function findReset(token: string): Promise<{ account: Account; email: string } | null> {
  const link = await prisma.passwordReset.findFirst({ where: openLink(token) });
  const account = link && (await prisma.account.findUnique({ where: { id: link.accountId } }));
  return account && link.email && link.email === recoveryAddress(account) ? { account, email: link.email } : null;
}

/** The account a password letter's link belongs to while it works, or null. */
export const findResetAccount = async (token: string): Promise<Account | null> => (await findReset(token))?.account ?? null;

/**
 * Chooses a password by the link of a letter: the link is spent, every session ends, and with them what only a session had joined: identities of
 * the portal that are not kept by name. Whoever reads the letters may sign in from this address, whatever strangers have tried.
 */
export async function resetPassword(
  token: string,
  next: string,
  keepIdentities: readonly string[],
  address: string,
): Promise<{ problems: Problem[]; login: string | null }> {
  const refused = (...problems: Problem[]) => ({ problems, login: null });
  const reset = await findReset(token);
  if (!reset) return refused((await findClosedLink(token)) ?? problem('LINK_EXPIRED'));
  const { account, email } = reset;
  if (account.lockedAt) return refused(problem('ACCOUNT_LOCKED'));
  const wrong = await passwordProblems(next, account);
  if (wrong.length) return refused(...wrong);
  if (await verifyPassword(account.passwordHash, next)) return refused(problem('PASSWORD_SAME', ['next']));
  const passwordHash = await hashPassword(next);
  const at = await refreshClock();
  const spent = await prisma.$transaction(async (tx) => {
    const { count } = await tx.passwordReset.updateMany({ where: openLink(token), data: { usedAt: new Date() } });
    if (!count) return false;
    const chosen = { passwordHash, passwordChosenAt: at, passwordExpiresAt: null };
    await proveByLink(tx, account, email, at);
    await tx.account.update({ where: { id: account.id }, data: chosen });
    await tx.session.deleteMany({ where: { accountId: account.id } });
    await partUnproven(tx, account.id, keepIdentities);
    await writeOwnLetter(tx, 'password_changed', { ...(await homeOf(tx, account.id)), account });
    await writeAudit(tx, null, { action: 'reset_password', objectType: 'Account', objectId: account.id });
    return true;
  });
  if (!spent) return refused(problem('LINK_USED', [], { kind: 'reset' }));
  await rememberPlace(account.id, address);
  return { problems: [], login: account.login };
}
