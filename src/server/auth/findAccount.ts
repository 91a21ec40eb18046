import { parseSnils } from '@/domain/card';
import type { Account } from '@/generated/prisma/client';
import { env } from '../env';
import { prisma } from '../prisma';
import { storable } from '../storableText';

/** A telephone or another number as somebody types it. */
const NUMBER = /^[+\d\s()-]+$/;

const digitsOf = (typed: string): string => typed.replace(/\D/g, '');

/** The last ten digits of a telephone, whatever stands before and between them; null for what is none. */
export function phoneDigits(typed: string): string | null {
  const digits = digitsOf(typed);
  return NUMBER.test(typed) && digits.length >= 10 ? digits.slice(-10) : null;
}

export interface FoundAccount {
  account: Account | null;
  /** What tries are counted by: the account, however it was named; what names none, in one spelling. */
  key: string;
}

/**
 * The account that a login, an e-mail, a SNILS or a telephone names, in any spelling. Each is one account's at most: an address that was only
 * typed in (Account.pendingEmail) and a telephone of one's own profile (Account.phone) name nobody. A person of the demo is nobody outside one.
 */
export async function findAccount(typed: string): Promise<FoundAccount> {
  const text = storable(typed).normalize('NFC').trim().toLowerCase();
  const snils = parseSnils(text);
  const signInPhone = phoneDigits(text);
  const named = { OR: [{ login: text }, { email: text }, ...(snils ? [{ snils }] : []), ...(signInPhone ? [{ signInPhone }] : [])] };
  const rows = await prisma.account.findMany({ where: named, take: 4 });
  const own = (a: Account) => a.login === text || a.email === text;
  const found = rows.find(own) ?? rows.find((a) => snils !== null && a.snils === snils) ?? rows[0] ?? null;
  const account = found?.demo && env.DEMO !== '1' ? null : found;
  return { account, key: account?.id ?? (NUMBER.test(text) ? digitsOf(text).slice(-10) : text) };
}
