import { bareValue, plainNumber } from './plain';

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** A number in any spelling people use: «97,5 %», «1 200», «( 12 )»; null where it is none. Powers and other bases are nobody's way to write one. */
export function parseNumber(typed: string): number | null {
  const digits = bareValue(plainNumber(typed)).replace(/\s*%$/, '').replace(/\s/g, '');
  return NUMBER.test(digits) ? Number(digits.replace(',', '.')) : null;
}
