import { parseEmail } from '@/domain/typed/email';
import { tidyLogin } from '@/domain/typed/login';
import { parsePhone } from '@/domain/typed/phone';
import { plainNumber } from '@/domain/typed/plain';
import { parseSnils } from '@/domain/typed/snils';
import type { Account } from '@/generated/prisma/client';
import { env } from '../env';
import { prisma } from '../prisma';
import { storable } from '../storableText';

/** The digits of what is nothing but a number in some spelling; else null. */
function digitsOf(text: string): string | null {
  const plain = plainNumber(text);
  return /^[+\d\s().-]+$/.test(plain) ? plain.replace(/\D/g, '').slice(-10) : null;
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
  const text = tidyLogin(storable(typed));
  const email = parseEmail(text);
  const snils = parseSnils(text);
  const signInPhone = parsePhone(text)?.canonical ?? null;
  const said = [{ login: text }, ...(email ? [{ email }] : []), ...(snils ? [{ snils }] : []), ...(signInPhone ? [{ signInPhone }] : [])];
  const rows = await prisma.account.findMany({ where: { OR: said }, take: 4 });
  const own = (a: Account) => a.login === text || (email !== null && a.email === email);
  const found = rows.find(own) ?? rows.find((a) => snils !== null && a.snils === snils) ?? rows[0] ?? null;
  const account = found?.demo && env.DEMO !== '1' ? null : found;
  return { account, key: account?.id ?? email ?? snils?.slice(-10) ?? signInPhone ?? digitsOf(text) ?? text };
}
