import { type Problem, problem } from '@/domain/problems';
import type { Account } from '@/generated/prisma/client';
import { refreshClock } from '../clock';
import { prisma, type Tx } from '../prisma';
import { writeOwnLetter } from './accountLetters';
import { proveEmail } from './claims';
import { tokenHash } from './credentials';
import { homeOf } from './homeRegion';

const openLink = (token: string) => ({ tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } });

/** The address and the account a confirming link belongs to while it works, or null. */
export async function findConfirmation(token: string): Promise<{ email: string; login: string } | null> {
  const link = await prisma.emailConfirmation.findFirst({ where: openLink(token) });
  const account = link && (await prisma.account.findFirst({ where: { id: link.accountId, pendingEmail: link.email } }));
  return account ? { email: link.email, login: account.login } : null;
}

/** The address of a letter is the account's own from now on, if it still waits there; the former one gets a letter that says so. */
export async function confirmEmail(token: string): Promise<Problem[]> {
  const link = await prisma.emailConfirmation.findFirst({ where: openLink(token) });
  if (!link) return [problem('LINK_EXPIRED')];
  const at = await refreshClock();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.emailConfirmation.updateMany({ where: openLink(token), data: { usedAt: new Date() } });
    const account = await tx.account.findFirst({ where: { id: link.accountId, pendingEmail: link.email } });
    if (!count || !account || !(await proveEmail(tx, account.id, link.email, at))) return [problem('LINK_EXPIRED')];
    if (account.email) await tellFormer(tx, account, account.email);
    return [];
  });
}

async function tellFormer(tx: Tx, account: Account, former: string): Promise<void> {
  await writeOwnLetter(tx, 'address_changed', { ...(await homeOf(tx, account.id)), account, to: former });
}
