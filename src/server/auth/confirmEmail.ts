import { type Problem, problem } from '@/domain/problems';
import { refreshClock } from '../clock';
import { prisma } from '../prisma';
import { proveEmail } from './claims';
import { tokenHash } from './credentials';

const openLink = (token: string) => ({ tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } });

/** The address and the account a confirming link belongs to while it works, or null. */
export async function findConfirmation(token: string): Promise<{ email: string; login: string } | null> {
  const link = await prisma.emailConfirmation.findFirst({ where: openLink(token) });
  const account = link && (await prisma.account.findFirst({ where: { id: link.accountId, pendingEmail: link.email } }));
  return account ? { email: link.email, login: account.login } : null;
}

/** The address of a letter is the account's own from now on, if it still waits there. */
export async function confirmEmail(token: string): Promise<Problem[]> {
  const link = await prisma.emailConfirmation.findFirst({ where: openLink(token) });
  if (!link) return [problem('LINK_EXPIRED')];
  const at = await refreshClock();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.emailConfirmation.updateMany({ where: openLink(token), data: { usedAt: new Date() } });
    const account = await tx.account.findFirst({ where: { id: link.accountId, pendingEmail: link.email } });
    return count && account && (await proveEmail(tx, account.id, link.email, at)) ? [] : [problem('LINK_EXPIRED')];
  });
}
