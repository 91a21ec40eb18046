import { type Problem, problem } from '@/domain/problems';
import { refreshClock } from '../clock';
import { prisma } from '../prisma';
import { readableEmail } from '../readableEmail';
import { proveEmail } from './claims';
import { findClosedLink } from './closedLinks';
import { tokenHash } from './credentials';

const openLink = (token: string) => ({ tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } });

/** The address and the account a confirming link belongs to while it works, or null. */
export async function findConfirmation(token: string): Promise<{ email: string; login: string } | null> {
  const link = await prisma.emailConfirmation.findFirst({ where: openLink(token) });
  const account = link && (await prisma.account.findFirst({ where: { id: link.accountId, pendingEmail: link.email } }));
  return account ? { email: readableEmail(link.email), login: account.login } : null;
}

/** The address of a letter is the account's own from now on, if it still waits there; asked again, it is so already. */
export async function confirmEmail(token: string): Promise<Problem[]> {
  const link = await prisma.emailConfirmation.findFirst({ where: openLink(token) });
  if (!link) return refusalOf(token);
  const at = await refreshClock();
  const confirmed = await prisma.$transaction(async (tx) => {
    const { count } = await tx.emailConfirmation.updateMany({ where: openLink(token), data: { usedAt: new Date() } });
    const account = await tx.account.findFirst({ where: { id: link.accountId, pendingEmail: link.email } });
    return count > 0 && account !== null && (await proveEmail(tx, account.id, link.email, at));
  });
  return confirmed ? [] : refusalOf(token);
}

/** A press on a link that has done its work already is no failure. */
async function refusalOf(token: string): Promise<Problem[]> {
  const closed = (await findClosedLink(token)) ?? problem('LINK_EXPIRED');
  return closed.code === 'ALREADY_CONFIRMED' ? [] : [closed];
}
