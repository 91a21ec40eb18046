import { timingSafeEqual } from 'node:crypto';
import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import { tidyCode } from '@/domain/typed/code';
import { emailProblems, parseEmail } from '@/domain/typed/email';
import { parseSnils, snilsProblems } from '@/domain/typed/snils';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { newId } from '../ids';
import { letterAddress } from '../mail/letters';
import { prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { writeAccountLetters } from './accountLetters';
import { claimEmail } from './claimEmail';
import { proveEmail } from './claims';
import { linkReplaced } from './closedLinks';
import { tokenHash } from './credentials';
import { regionOf } from './homeRegion';
import { secretLink } from './links';
import { passwordProblems } from './passwordRules';
import { hashPassword, readable } from './passwords';

/** Two weeks of real time. */
const CODE_MS = 14 * 86_400_000;

/** Gives an account whose login is a SNILS a one-time code: by letter where there is an address, else it is returned to be printed. */
export async function issueActivation(
  tx: Tx,
  about: { regionId: string; procedure: Procedure; account: Account; by: string },
): Promise<string | null> {
  const { account, regionId } = about;
  const email = letterAddress(account);
  const code = readable(8);
  // Of two codes given at once one is the newer.
  await tx.$queryRaw`select id from "Account" where id = ${account.id}::uuid for update`;
  const real = new Date();
  // An earlier code stays to say that this one is newer.
  const earlier = { accountId: account.id, usedAt: null, expiresAt: { gt: real } };
  await tx.activationCode.updateMany({ where: earlier, data: { expiresAt: real } });
  await tx.activationCode.create({
    data: {
      id: newId(),
      accountId: account.id,
      regionId,
      codeHash: tokenHash(code),
      email,
      issuedById: about.by,
      createdAt: real,
      expiresAt: new Date(real.getTime() + CODE_MS),
    },
  });
  if (!email) return code;
  const values = { 'links.activation': secretLink('/activate', 'code') };
  await writeAccountLetters(tx, 'account.credentials_issued', { ...about, role: 'TEACHER', secret: code, values });
  return null;
}

export interface ActivateInput {
  snils: string;
  code: string;
  password: string;
  email?: string | null;
}

/** Takes the spent code back with everything else that was written. */
class AlreadyOpened extends Error {}

/** Opens the account by its code: the password is chosen, the code is spent. A wrong number and a wrong code are answered alike. */
export async function activateAccount(input: ActivateInput): Promise<{ problems: Problem[]; login: string | null }> {
  const refused = (...problems: Problem[]) => ({ problems, login: null });
  const snils = parseSnils(input.snils);
  const email = input.email?.trim() ? parseEmail(input.email) : null;
  const code = tidyCode(input.code);
  const wrongly = [
    ...snilsProblems(input.snils, ['snils']),
    ...(code ? [] : [problem('REQUIRED', ['code'])]),
    ...(input.email?.trim() ? emailProblems(input.email, ['email']) : []),
  ];
  if (wrongly.length || !snils) return refused(...wrongly);
  const account = await prisma.account.findUnique({ where: { snils } });
  const codes = account ? await prisma.activationCode.findMany({ where: { accountId: account.id }, orderBy: { createdAt: 'desc' } }) : [];
  const open = codes.find(({ codeHash }) => timingSafeEqual(Buffer.from(codeHash), Buffer.from(tokenHash(code))));
  if (!account || !open) return refused(problem('CODE_WRONG', ['code']));
  if (open.usedAt || account.passwordChosenAt) return refused(problem('ALREADY_ACTIVATED', ['code']));
  const [newest] = codes;
  if (newest && newest.id !== open.id) return refused(await linkReplaced(newest.createdAt, () => regionOf(open.regionId), 'code'));
  if (open.expiresAt <= new Date()) return refused(problem('CODE_EXPIRED', ['code']));
  if (account.lockedAt) return refused(problem('ACCOUNT_LOCKED'));
  const wrong = await passwordProblems(input.password, { ...account, email: email ?? letterAddress(account) });
  if (wrong.length) return refused(...wrong.map((p) => ({ ...p, path: ['password'] })));
  const passwordHash = await hashPassword(input.password);
  const at = await refreshClock();
  const { procedure } = await getCurrentProcedure(open.regionId);
  try {
    return await prisma.$transaction(async (tx) => {
      const { count } = await tx.activationCode.updateMany({ where: { id: open.id, usedAt: null }, data: { usedAt: new Date() } });
      if (!count) return refused(problem('ALREADY_ACTIVATED', ['code']));
      const chosen = { passwordHash, passwordChosenAt: at, passwordExpiresAt: null };
      // A code opens what nobody has opened: it does not outlive a password that was chosen in another way meanwhile.
      const opened = await tx.account.updateMany({ where: { id: account.id, passwordChosenAt: null }, data: chosen });
      if (!opened.count) throw new AlreadyOpened();
      const moved = email !== null && email !== letterAddress(account);
      if (moved) await claimEmail(tx, { regionId: open.regionId, procedure, account, email });
      // A code that went by letter proves where it went; the address its reader now gives instead is proven by nothing yet.
      else if (open.email && open.email === account.pendingEmail) await proveEmail(tx, account.id, open.email, at);
      await writeAudit(tx, null, { action: 'activate_account', objectType: 'Account', objectId: account.id, regionId: open.regionId });
      return { problems: [], login: account.login };
    });
  } catch (error) {
    if (error instanceof AlreadyOpened) return refused(problem('ALREADY_ACTIVATED', ['code']));
    throw error;
  }
}
