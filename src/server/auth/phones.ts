import { type Problem, problem } from '@/domain/problems';
import { parsePhone } from '@/domain/typed/phone';
import type { Account } from '@/generated/prisma/client';
import { Prisma, type Tx } from '../prisma';
import { lockClaim } from './claims';

/** What is wrong with a telephone as somebody typed it; none is asked for. */
export const phoneProblems = (typed: string): Problem[] =>
  typed.trim() && !parsePhone(typed) ? [problem('PHONE_INVALID', ['phone'])] : [];

/** A telephone as it is stored, also where none was given. */
export const tidyPhone = (typed: string): string => parsePhone(typed)?.text ?? '';

/**
 * Takes down a telephone that whoever issued the role or entered the card gave: a contact where the person has none, and his way in unless he
 * has one already or the number is another's. The number of an account stays its own until its owner changes it.
 */
export async function takePhone(tx: Tx, account: Pick<Account, 'id'>, typed: string): Promise<void> {
  const phone = parsePhone(typed);
  if (!phone) return;
  const digits = phone.canonical;
  await tx.account.updateMany({ where: { id: account.id, phone: '' }, data: { phone: phone.text } });
  if (!digits) return;
  await lockClaim(tx, digits);
  await tx.$executeRaw(Prisma.sql`
    update "Account" set "signInPhone" = ${digits} where id = ${account.id}::uuid and "signInPhone" is null
    and not exists (select 1 from "Account" other where other."signInPhone" = ${digits})`);
}

/** What a telephone of one's own profile does to the way in: another number than the one that signs in is a contact only. */
export const afterOwnChange = (account: Pick<Account, 'signInPhone'>, typed: string): { signInPhone?: null } =>
  account.signInPhone && parsePhone(typed)?.canonical !== account.signInPhone ? { signInPhone: null } : {};
