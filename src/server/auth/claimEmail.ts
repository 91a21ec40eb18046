import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { newId } from '../ids';
import { prisma, type Tx } from '../prisma';
import type { SessionInfo } from '../sessions';
import { writeAccountLetters, writeOwnLetter } from './accountLetters';
import { findOwner, lockClaim } from './claims';
import { tokenHash } from './credentials';
import { homeOf, regionOf } from './homeRegion';
import { newToken, secretLink } from './links';
import { accountRule } from './roles';
import { spend } from './throttle';

/** Three days of real time. */
const CONFIRM_MS = 3 * 86_400_000;

interface Claim {
  regionId: string;
  procedure: Procedure;
  account: Account;
  email: string;
  /** The teacher has just registered himself: the region has a letter of its own for that. */
  registered?: boolean;
}

/**
 * Takes down an address that somebody typed in: it waits for its letter and opens nothing till then. Whoever has proven it already gets a
 * letter that says so; what is answered is the same.
 */
export async function claimEmail(tx: Tx, claim: Claim): Promise<void> {
  const { account, email, regionId, procedure } = claim;
  await lockClaim(tx, email);
  await tx.account.update({ where: { id: account.id }, data: { pendingEmail: email } });
  const real = new Date();
  // An earlier link stays to say that a newer one holds.
  const earlier = { accountId: account.id, usedAt: null, expiresAt: { gt: real } };
  await tx.emailConfirmation.updateMany({ where: earlier, data: { expiresAt: real } });
  await writeAudit(tx, null, { action: 'claim_email', objectType: 'Account', objectId: account.id, regionId });
  const owner = await findOwner(tx, email);
  if (owner) return writeOwnLetter(tx, 'address_known', { regionId, procedure, account: owner, to: email });
  return sendConfirmation(tx, claim);
}

/** Writes the letter with the link that confirms an address. */
async function sendConfirmation(tx: Tx, { regionId, procedure, account, email, registered }: Claim): Promise<void> {
  const token = newToken();
  const real = new Date();
  const expiresAt = new Date(real.getTime() + CONFIRM_MS);
  const link = { id: newId(), accountId: account.id, email, tokenHash: tokenHash(token), createdAt: real, expiresAt };
  await tx.emailConfirmation.create({ data: link });
  const about = { regionId, procedure, account, to: email, secret: token, values: { 'links.activation': secretLink('/register/confirm') } };
  if (registered) return writeAccountLetters(tx, 'account.credentials_issued', { ...about, role: 'TEACHER' });
  return writeOwnLetter(tx, 'confirm_new_address', about);
}

/** Sends the letter of one's own waiting address once more; the earlier link stops working. */
export async function resendConfirmation(session: SessionInfo): Promise<Problem[]> {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: session.accountId } });
  const email = account.pendingEmail;
  if (!email) return account.email ? [] : [problem('REQUIRED', ['email'])];
  const throttled = await spend([['claim_account', account.id]]);
  if (throttled.length) return throttled;
  const home = session.viewer ? await regionOf(session.viewer.regionId) : await homeOf(prisma, account.id);
  const mode = session.viewer ? accountRule(home.procedure, session.viewer.role)?.mode : undefined;
  const registered = account.email === null && mode === 'self_registration';
  await prisma.$transaction((tx) => claimEmail(tx, { ...home, account, email, registered }));
  return [];
}

/** Takes back an address that waits for its letter: its link stops working, the proven one stays. */
export async function cancelEmailChange(session: SessionInfo): Promise<void> {
  const { accountId } = session;
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.account.updateMany({ where: { id: accountId, pendingEmail: { not: null } }, data: { pendingEmail: null } });
    if (!count) return;
    await tx.emailConfirmation.deleteMany({ where: { accountId, usedAt: null } });
    await writeAudit(tx, session.viewer, { action: 'cancel_email_change', objectType: 'Account', objectId: accountId });
  });
}
