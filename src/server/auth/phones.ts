import { type Problem, problem } from '@/domain/problems';
import type { Account } from '@/generated/prisma/client';
import { Prisma, type Tx } from '../prisma';
import { lockClaim } from './claims';
import { phoneDigits } from './findAccount';

const SHAPE = /^[+\d][\d\s()-]{4,24}$/;

/** What is wrong with a telephone as somebody typed it; none is asked for. */
export const phoneProblems = (typed: string): Problem[] => (typed && !SHAPE.test(typed) ? [problem('VALUE_INVALID', ['phone'])] : []);

/**
 * Takes down a telephone that whoever issued the role or entered the card gave: a contact where the person has none, and his way in unless he
 * has one already or the number is another's. The number of an account stays its own until its owner changes it.
 */
export async function takePhone(tx: Tx, account: Pick<Account, 'id'>, typed: string): Promise<void> {
  const digits = phoneDigits(typed);
  if (!typed) return;
  await tx.account.updateMany({ where: { id: account.id, phone: '' }, data: { phone: typed } });
  if (!digits) return;
  await lockClaim(tx, digits);
  await tx.$executeRaw(Prisma.sql`
    update "Account" set "signInPhone" = ${digits} where id = ${account.id}::uuid and "signInPhone" is null
    and not exists (select 1 from "Account" other where other."signInPhone" = ${digits})`);
}

/** What a telephone of one's own profile does to the way in: another number than the one that signs in is a contact only. */
export const afterOwnChange = (account: Pick<Account, 'signInPhone'>, typed: string): { signInPhone?: null } =>
  account.signInPhone && phoneDigits(typed) !== account.signInPhone ? { signInPhone: null } : {};
