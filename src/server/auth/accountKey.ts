import { parseSnils } from '@/domain/card';

/** A telephone as somebody types it. */
const PHONE = /^[+\d\s()-]+$/;

/** The last ten digits of a telephone, whatever stands before and between them; null for what is none. */
export function phoneDigits(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  return PHONE.test(typed) && digits.length >= 10 ? digits.slice(-10) : null;
}

/** What tries at an account are counted by: one SNILS or telephone is one account, however it is spelt. */
export const accountKey = (typed: string): string => parseSnils(typed) ?? phoneDigits(typed) ?? typed;
