import { createHash, randomBytes } from 'node:crypto';
import { DEADLINE_DUE } from '@/domain/case/groups';
import { termsFrom } from '@/domain/deadlines';
import type { Procedure } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Account } from '@/generated/prisma/client';
import { newId } from '../ids';
import type { Tx } from '../prisma';
import { startTerm } from '../terms';
import { type LetterAccount, passwordLink, writeAccountLetters } from './accountLetters';
import { hasPassword, readable } from './passwords';
import { accountRule } from './roles';

/** A one-time password of an issued account lives two weeks unless the procedure says otherwise: people are on holiday. */
const ISSUED_DAYS = 14;
/** One hour of real time. */
const LINK_MS = 3_600_000;

interface Given {
  regionId: string;
  procedure: Procedure;
  role: Role;
  account: LetterAccount;
  /** The one-time password and its hash, made before the transaction: hashing takes its time. */
  password: string;
  passwordHash: string;
}

/**
 * Gives an account a one-time password: until when it lives (the procedure's term for those who apply by e-mail), the running term, the
 * letter. Whatever was chosen before no longer opens the account.
 */
export async function giveCredentials(tx: Tx, given: Given, at: Date): Promise<void> {
  const { procedure, account, regionId, role } = given;
  const rule = accountRule(procedure, role);
  const event = rule?.mode === 'email_credentials' ? 'account.credentials_issued' : 'account.invited';
  const term = await beginTerms(tx, { ...given, event }, at);
  const expires = term?.lapsesAt ?? new Date(at.getTime() + (rule?.credentialsValidDays ?? ISSUED_DAYS) * 86_400_000);
  await tx.account.update({
    where: { id: account.id },
    data: { passwordHash: given.passwordHash, passwordExpiresAt: expires, passwordChosenAt: null, lockedAt: null },
  });
  await tx.session.deleteMany({ where: { accountId: account.id } });
  await writeAccountLetters(tx, event, {
    regionId,
    procedure,
    account,
    role,
    secret: given.password,
    ...(term && { until: term.untilDate }),
  });
}

/** Begins the account's terms anew; the one that ends last, or null when there is none. */
export async function beginTerms(
  tx: Tx,
  {
    regionId,
    procedure,
    account,
    event,
  }: Pick<Given, 'regionId' | 'procedure' | 'account'> & { event: 'account.credentials_issued' | 'account.invited' },
  at: Date,
): Promise<{ lapsesAt: Date; untilDate: Date } | null> {
  const running = { accountId: account.id, regionId, applicationId: null, status: { in: [...DEADLINE_DUE] } };
  await tx.deadline.updateMany({ where: running, data: { status: 'CANCELLED', endedAt: at } });
  for (const term of termsFrom(procedure, event)) {
    await startTerm(tx, { regionId, accountId: account.id, zone: procedure.region.timezone }, term, at);
  }
  return tx.deadline.findFirst({
    where: { accountId: account.id, regionId, applicationId: null, status: 'RUNNING' },
    orderBy: { lapsesAt: 'desc' },
    select: { lapsesAt: true, untilDate: true },
  });
}

/** A login nobody has yet: t-… for those who apply, u-… for those who are given an account. */
export async function freeLogin(tx: Tx, role: Role): Promise<string> {
  for (;;) {
    const login = `${role === 'TEACHER' ? 't' : 'u'}-${readable(6)}`;
    if (!(await tx.account.findUnique({ where: { login }, select: { id: true } }))) return login;
  }
}

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Where a new password may be asked for by letter: the proven address; until there is one, the one its owner gave, unless he comes in by the
 * portal only and would lose the account to a slip of the pen.
 */
export const recoveryAddress = ({ email, pendingEmail, passwordHash }: Account): string | null =>
  email ?? (hasPassword(passwordHash) ? pendingEmail : null);

/** Writes the letter with a link to choose a new password; earlier links of the account stop working. */
export async function sendPasswordLink(tx: Tx, about: { regionId: string; procedure: Procedure; account: Account }): Promise<void> {
  const email = recoveryAddress(about.account);
  if (!email) return;
  const token = randomBytes(32).toString('base64url');
  const { id: accountId } = about.account;
  // Of two letters asked for at once one is the newer.
  await tx.$queryRaw`select id from "Account" where id = ${accountId}::uuid for update`;
  const real = new Date();
  // An earlier link stays to say that this one is newer.
  await tx.passwordReset.updateMany({ where: { accountId, usedAt: null, expiresAt: { gt: real } }, data: { expiresAt: real } });
  const expiresAt = new Date(real.getTime() + LINK_MS);
  await tx.passwordReset.create({ data: { id: newId(), accountId, email, tokenHash: tokenHash(token), createdAt: real, expiresAt } });
  await writeAccountLetters(tx, 'account.password_reset', {
    ...about,
    to: email,
    secret: token,
    values: { 'links.passwordReset': passwordLink() },
  });
}
