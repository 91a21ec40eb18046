import { type Problem, problem } from '@/domain/problems';
import { parseEmail } from '@/domain/typed/email';
import { tidyName } from '@/domain/typed/personName';
import type { Account, Region } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { newId } from '../ids';
import { Prisma, prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { claimEmail } from './claimEmail';
import { lockClaim, proveEmail } from './claims';
import { mayComeByPortal } from './doors';
import { regionOf } from './homeRegion';
import { type IdentityProof, joinIdentity, snilsOf } from './linkedIdentities';
import { accountRule } from './roles';

/** What an identity provider says of a person; only the subject joins him to an account. */
export interface Claims {
  sub: string;
  family_name?: unknown;
  given_name?: unknown;
  middle_name?: unknown;
  email?: unknown;
  email_verified?: unknown;
  snils?: unknown;
  /** True where the provider answers for the number. */
  snils_verified?: unknown;
  gender?: unknown;
  /** Seconds since 1970: when he last showed himself to the provider, not only was known to it. */
  auth_time?: unknown;
}

export type IdentityVerdict = { accountId: string } | { problems: Problem[] };

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

/** The account a subject of the provider is joined to, or null. */
export async function findIdentityAccount(provider: string, subject: string): Promise<string | null> {
  const known = await prisma.identity.findUnique({ where: { provider_subject: { provider, subject } }, select: { accountId: true } });
  return known?.accountId ?? null;
}

/**
 * Lets in who comes from the identity provider. A subject that is known opens its account; a new one gets an account of a teacher where the
 * region's teachers come in so. Whose SNILS the provider answers for is the owner of the account that has this SNILS: he is joined to it, also
 * again after the join was undone, so that nobody is left before a case of his without a door.
 */
export async function enterByIdentity(provider: string, claims: Claims, region: Region | null): Promise<IdentityVerdict> {
  const at = await refreshClock();
  try {
    return await prisma.$transaction((tx) => enter(tx, provider, claims, region, at));
  } catch (error) {
    // The same person came twice in one moment: the first has made the account.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    return prisma.$transaction((tx) => enter(tx, provider, claims, region, at));
  }
}

async function enter(tx: Tx, provider: string, claims: Claims, region: Region | null, at: Date): Promise<IdentityVerdict> {
  const known = await tx.identity.findUnique({
    where: { provider_subject: { provider, subject: claims.sub } },
    include: { account: true },
  });
  if (known?.account.lockedAt) return { problems: [problem('ACCOUNT_LOCKED')] };
  const admits = region !== null && (await admitsTeachers(region));
  if (known) {
    if (admits) await beginAsTeacher(tx, region.id, known.accountId, at);
    return { accountId: known.accountId };
  }
  const snils = snilsOf(claims);
  const owner = snils ? await tx.account.findUnique({ where: { snils } }) : null;
  if (owner?.lockedAt) return { problems: [problem('ACCOUNT_LOCKED')] };
  if (owner && (admits || (await mayComeByPortal(tx, owner.id)))) {
    await joinIdentity(tx, owner, { provider, subject: claims.sub, proof: 'SNILS' }, at);
    if (admits) await beginAsTeacher(tx, region.id, owner.id, at);
    return { accountId: owner.id };
  }
  if (!admits) return { problems: [problem('IDENTITY_UNKNOWN')] };
  const account = await createAccount(tx, claims, snils, at);
  const origin = { provider, subject: claims.sub, proof: 'ORIGIN' satisfies IdentityProof };
  await tx.identity.create({ data: { id: newId(), accountId: account.id, ...origin, createdAt: at } });
  await beginAsTeacher(tx, region.id, account.id, at);
  const about = { objectType: 'Account', objectId: account.id, regionId: region.id, data: { provider } };
  await writeAudit(tx, null, { action: 'enter_by_identity', ...about });
  await takeEmail(tx, claims, region.id, account, at);
  return { accountId: account.id };
}

/** Whether the region's teachers come in through the state's identity provider. */
async function admitsTeachers(region: Region): Promise<boolean> {
  const mode = accountRule((await getCurrentProcedure(region.id)).procedure, 'TEACHER')?.mode;
  return mode === 'esia' || mode === 'state_portal';
}

/** Makes a teacher of the region of whoever never was one there, whatever else he is: the role that was taken away does not come back by itself. */
export async function beginAsTeacher(tx: Tx, regionId: string, accountId: string, at: Date): Promise<void> {
  const own = { regionId, accountId, role: 'TEACHER' };
  if (await tx.roleAssignment.findFirst({ where: own, select: { id: true } })) return;
  await tx.roleAssignment.create({ data: { id: newId(), ...own, createdAt: at } });
}

async function createAccount(tx: Tx, claims: Claims, snils: string | null, at: Date): Promise<Account> {
  const id = newId();
  const sex = claims.gender === 'female' || claims.gender === 'male' ? claims.gender : null;
  return tx.account.create({
    data: {
      id,
      // No password opens it; the login is only shown.
      login: `s-${id.slice(-12)}`,
      passwordHash: '-',
      passwordChosenAt: at,
      createdAt: at,
      snils,
      sex,
      lastName: tidyName(textOf(claims.family_name)).slice(0, 100),
      firstName: tidyName(textOf(claims.given_name)).slice(0, 100),
      patronymic: tidyName(textOf(claims.middle_name)).slice(0, 100),
    },
  });
}

/** The provider answers for an address it has checked, as far as nobody holds it here; any other waits for its letter. */
async function takeEmail(tx: Tx, claims: Claims, regionId: string, account: Account, at: Date): Promise<void> {
  const email = parseEmail(textOf(claims.email));
  if (!email) return;
  await lockClaim(tx, email);
  const held = await tx.account.findUnique({ where: { email }, select: { id: true } });
  if (claims.email_verified === true && !held) await proveEmail(tx, account.id, email, at);
  else await claimEmail(tx, { ...(await regionOf(regionId)), account, email });
}
