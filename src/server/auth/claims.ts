import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { type Db, Prisma, type Tx } from '../prisma';
import { writeOwnLetter } from './accountLetters';
import { homeOf } from './homeRegion';
import { absorbUnopened } from './unopened';

/** Holds an address or a telephone until the transaction ends: of two who claim it at once the second sees what the first did. */
export async function lockClaim(tx: Tx, claimed: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtextextended(${claimed}, 14))`);
}

/** The account whose owner has proven the address, or null: what others typed in counts for nothing. */
export const findOwner = (db: Db, email: string): Promise<Account | null> =>
  db.account.findFirst({ where: { email, emailVerifiedAt: { not: null } } });

/** Whether some account has the address without proof: nobody may be joined to it but by the letter's link. */
export const isClaimed = async (db: Db, email: string): Promise<boolean> =>
  (await db.account.findFirst({ where: { OR: [{ email, emailVerifiedAt: null }, { pendingEmail: email }] }, select: { id: true } })) !==
  null;

/**
 * Makes an address an account's own: whoever acts has read a letter sent to it. Roles issued to the address that nobody has taken up come
 * along, what others claimed of it is void, a former address gets a letter that says so. False where it is another's proven address.
 */
export async function proveEmail(tx: Tx, accountId: string, email: string, at: Date): Promise<boolean> {
  await lockClaim(tx, email);
  const holder = await tx.account.findUnique({ where: { email } });
  if (holder && holder.id !== accountId) {
    if (holder.emailVerifiedAt) return false;
    await absorbUnopened(tx, holder.id, accountId, at);
  }
  await voidClaims(tx, email, accountId);
  const own = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  if (own.email === email && own.emailVerifiedAt) return true;
  // A link that went to the former address proves nothing of this one.
  await tx.passwordReset.deleteMany({ where: { accountId, usedAt: null, NOT: { email } } });
  const pendingEmail = own.pendingEmail === email ? null : own.pendingEmail;
  await tx.account.update({ where: { id: accountId }, data: { email, emailVerifiedAt: at, pendingEmail } });
  const former = own.email === email ? null : own.email;
  if (former) await writeOwnLetter(tx, 'address_changed', { ...(await homeOf(tx, accountId)), account: own, to: former });
  await writeAudit(tx, null, { action: former ? 'change_email' : 'confirm_email', objectType: 'Account', objectId: accountId });
  return true;
}

async function voidClaims(tx: Tx, email: string, ownerId: string): Promise<void> {
  const others = await tx.account.findMany({ where: { pendingEmail: email, id: { not: ownerId } }, select: { id: true } });
  const ids = others.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.account.updateMany({ where: { id: { in: ids } }, data: { pendingEmail: null } });
  await tx.emailConfirmation.deleteMany({ where: { accountId: { in: ids }, email, usedAt: null } });
  await tx.passwordReset.deleteMany({ where: { accountId: { in: ids }, email, usedAt: null } });
  for (const id of ids) await writeAudit(tx, null, { action: 'void_email_claim', objectType: 'Account', objectId: id });
}
