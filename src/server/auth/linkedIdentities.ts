import { type Problem, problem } from '@/domain/problems';
import { parseSnils } from '@/domain/typed/snils';
import type { Account, Identity } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { notFound } from '../errors';
import { newId } from '../ids';
import { Prisma, prisma, type Tx } from '../prisma';
import type { SessionInfo } from '../sessions';
import { writeOwnLetter } from './accountLetters';
import { keepsDoorWithout } from './doors';
import { proveOwner } from './freshProof';
import { homeOf } from './homeRegion';
import type { Claims, IdentityVerdict } from './identities';

/** Why an identity is the owner's: the account was made by it, the portal knows him by the account's own SNILS, or a session of his joined it. */
export type IdentityProof = 'ORIGIN' | 'SNILS' | 'SESSION';

/** The number the provider answers for; one that it has only been told proves nothing and occupies nothing. */
export const snilsOf = ({ snils, snils_verified }: Claims): string | null =>
  snils_verified === true && typeof snils === 'string' ? parseSnils(snils) : null;

/** Identities joined to an account, the first one first. */
export const findIdentities = (accountId: string): Promise<Identity[]> =>
  prisma.identity.findMany({ where: { accountId }, orderBy: { id: 'asc' } });

/** Joins a subject of the provider to an account; its owner gets a letter. */
export async function joinIdentity(
  tx: Tx,
  account: Account,
  identity: { provider: string; subject: string; proof: IdentityProof },
  at: Date,
): Promise<void> {
  const { provider, proof } = identity;
  await tx.identity.create({ data: { id: newId(), accountId: account.id, ...identity, createdAt: at } });
  await writeAudit(tx, null, { action: 'link_identity', objectType: 'Account', objectId: account.id, data: { provider, proof } });
  await writeOwnLetter(tx, 'portal_linked', { ...(await homeOf(tx, account.id)), account });
}

/** Joins a subject to the account of whoever is signed in and asked for it; a subject of another account or of another person's number stays apart. */
export async function linkIdentity(provider: string, claims: Claims, accountId: string): Promise<IdentityVerdict> {
  const at = await refreshClock();
  const subject = claims.sub;
  return prisma.$transaction(async (tx) => {
    const account = await lockAccount(tx, accountId);
    const known = await tx.identity.findUnique({ where: { provider_subject: { provider, subject } }, select: { accountId: true } });
    if (known) return known.accountId === accountId ? { accountId } : { problems: [problem('IDENTITY_TAKEN')] };
    const snils = snilsOf(claims);
    if (snils && account.snils && account.snils !== snils) return { problems: [problem('SNILS_TAKEN')] };
    const owner = snils ? await tx.account.findUnique({ where: { snils }, select: { id: true } }) : null;
    if (owner && owner.id !== accountId) return { problems: [problem('SNILS_TAKEN')] };
    // The number itself is not taken over from a join: whoever borrowed a session would be let in by it for ever.
    await joinIdentity(tx, account, { provider, subject, proof: snils && account.snils === snils ? 'SNILS' : 'SESSION' }, at);
    return { accountId };
  });
}

/** Parts an identity from one's own account, unless nothing else would open it; every other session ends, a stranger's among them. */
export async function unlinkIdentity(session: SessionInfo, identityId: string, current: string | null): Promise<Problem[]> {
  const { accountId, sessionId } = session;
  const found = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  if (!(await prisma.identity.count({ where: { id: identityId, accountId } }))) return notFound();
  const wrong = await proveOwner(session, found, current);
  if (wrong.length) return wrong;
  return prisma.$transaction(async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (!(await keepsDoorWithout(tx, account, identityId))) return [problem('LAST_DOOR')];
    const { count } = await tx.identity.deleteMany({ where: { id: identityId, accountId } });
    if (!count) return notFound();
    await tx.session.deleteMany({ where: { accountId, id: { not: sessionId } } });
    await writeAudit(tx, session.viewer, { action: 'unlink_identity', objectType: 'Account', objectId: accountId });
    await writeOwnLetter(tx, 'portal_unlinked', { ...(await homeOf(tx, accountId)), account });
    return [];
  });
}

/**
 * What recovery does with identities: those that only a session joined may be a stranger's and go, unless the owner keeps them by name. The
 * one that made the account and those of the account's own SNILS are the owner's.
 */
export async function partUnproven(tx: Tx, accountId: string, keep: readonly string[]): Promise<void> {
  const unproven = { accountId, proof: 'SESSION' satisfies IdentityProof, id: { notIn: [...keep] } };
  const { count } = await tx.identity.deleteMany({ where: unproven });
  if (count) await writeAudit(tx, null, { action: 'unlink_identity', objectType: 'Account', objectId: accountId });
}

/** Two who part or join at once wait here for each other: the last door is counted by one at a time. */
async function lockAccount(tx: Tx, id: string): Promise<Account> {
  await tx.$queryRaw(Prisma.sql`select id from "Account" where id = ${id}::uuid for update`);
  return tx.account.findUniqueOrThrow({ where: { id } });
}
