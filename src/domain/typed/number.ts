import { bareValue, plainNumber } from './plain';

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** A number in any spelling people use: «97,5 %», «1 200», «( 12 )»; null where it is none. Powers and other bases are nobody's way to write one. */
export function parseNumber(typed: string): number | null {
  const digits = digitsOf(typed);
  return NUMBER.test(digits) ? Number(digits.replace(',', '.')) : null;
}

/** A number as it is stored: its digits alone, with the comma or point they were typed with; what is no number stays as it was typed. */
export function tidyNumber(typed: string): string {
  const digits = digitsOf(typed);
  return NUMBER.test(digits) ? digits : plainNumber(typed);
}

const digitsOf = (typed: string) => bareValue(plainNumber(typed)).replace(/\s*%$/, '').replace(/\s/g, '');
