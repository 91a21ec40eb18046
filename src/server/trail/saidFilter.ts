import type { Prisma } from '@/generated/prisma/client';

/** Arguments that say where in a list one stands, not what it holds. */
const PLACE = ['first', 'after', 'sort'];

/**
 * A SNILS or a telephone, whole or begun, with any dashes: seven digits and more, the first six in threes. Numbers of cases begin with two digits and a dash, so they
 * stay as they are.
 */
const NUMBER_OF_A_PERSON = /\d{3}[\s().\u2212\p{Pd}\p{Cf}]*\d{3}[\s.\u2212\p{Pd}\p{Cf}]*\d[\d\s.\u2212\p{Pd}\p{Cf}]*/gu;

/** What a list was narrowed by, as its line in the trail says it: whoever reads the trail may not read the numbers that others search by. */
export function saidFilter(args: object): Prisma.InputJsonObject {
  const kept = Object.entries(args).filter(([name, value]) => !PLACE.includes(name) && value != null && value !== '');
  const said = JSON.stringify(Object.fromEntries(kept), (_name, value) => (typeof value === 'string' ? withoutNumbers(value) : value));
  return JSON.parse(said);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const withoutNumbers = (text: string): string => (UUID.test(text) ? text : text.replace(NUMBER_OF_A_PERSON, '•••'));
