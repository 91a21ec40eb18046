import { type Problem, problem } from '@/domain/problems';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { sendPasswordLink, tokenHash } from './credentials';
import { passwordProblems } from './passwordRules';
import { hashPassword, verifyPassword } from './passwords';

/** Sends the link to an account's address, if there is such an account with a role somewhere; nothing is told to who asked. */
export async function requestPasswordReset(typed: string): Promise<void> {
  const account = await prisma.account.findFirst({
    where: { OR: [{ login: typed }, { email: typed }] },
    include: { roles: { where: { removedAt: null }, orderBy: { id: 'asc' }, take: 1 } },
  });
  const regionId = account?.roles[0]?.regionId;
  if (!account || !regionId) return;
  const { procedure } = await getCurrentProcedure(regionId);
  await refreshClock();
  await prisma.$transaction((tx) => sendPasswordLink(tx, { regionId, procedure, account }), { timeout: 20_000 });
}

/** Chooses a password by the link of a letter: the link is spent, every session ends. */
export async function resetPassword(token: string, next: string): Promise<{ problems: Problem[]; login: string | null }> {
  const refused = (...problems: Problem[]) => ({ problems, login: null });
  const open = { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } };
  const link = await prisma.passwordReset.findFirst({ where: open });
  const account = link && (await prisma.account.findUnique({ where: { id: link.accountId } }));
  if (!account) return refused(problem('LINK_EXPIRED'));
  if (account.lockedAt) return refused(problem('ACCOUNT_LOCKED'));
  const wrong = passwordProblems(next, account);
  if (wrong.length) return refused(...wrong);
  if (await verifyPassword(account.passwordHash, next)) return refused(problem('PASSWORD_SAME', ['next']));
  const passwordHash = await hashPassword(next);
  const at = await refreshClock();
  const spent = await prisma.$transaction(async (tx) => {
    const { count } = await tx.passwordReset.updateMany({ where: open, data: { usedAt: new Date() } });
    if (!count) return false;
    await tx.account.update({ where: { id: account.id }, data: { passwordHash, passwordChosenAt: at, passwordExpiresAt: null } });
    await tx.session.deleteMany({ where: { accountId: account.id } });
    await writeAudit(tx, null, { action: 'reset_password', objectType: 'Account', objectId: account.id });
    return true;
  });
  return spent ? { problems: [], login: account.login } : refused(problem('LINK_EXPIRED'));
}
