import { type Problem, problem } from '../problems';
import { bareValue, plainNumber } from './plain';

/** What may stand before the number: «СНИЛС:», «страховой номер», «№», which is «No» by then. */
const WORDS = /^[\p{L}\s.,:;()#=-]*(?:[\s.:;(#=-]|No)(?=[\d"«“])/u;
/** «(действует)» behind it. */
const NOTE = /\s*\(\p{L}[^()]*\)$/u;
const SEPARATOR = /[\s._/-]/g;

/** Numbers up to here carry no checksum (постановление Правления ПФР от 31.07.2006 № 192п); zero is nobody's. */
const LAST_UNCHECKED = 1_001_998;

/** A SNILS as it is stored, eleven digits, from any spelling; null where it is none: too few digits, all zeros, a checksum that does not hold. */
export function parseSnils(typed: string): string | null {
  const copied = bareValue(plainNumber(typed).replace(NOTE, '')).replace(WORDS, '');
  const digits = bareValue(copied)
    .replace(/[\s.,;)]+$/, '')
    .replace(SEPARATOR, '');
  if (!/^\d{11}$/.test(digits)) return null;
  const number = Number(digits.slice(0, 9));
  if (number === 0) return null;
  return number <= LAST_UNCHECKED || checksum(digits) === Number(digits.slice(9)) ? digits : null;
}

/** Why a text is no SNILS. */
export function snilsProblems(typed: string, path: string[]): Problem[] {
  if (parseSnils(typed)) return [];
  const digits = plainNumber(typed).replace(/\D/g, '');
  if (!plainNumber(typed)) return [problem('REQUIRED', path)];
  const reason = /^0+$/.test(digits) ? 'zeros' : digits.length === 11 ? 'checksum' : 'length';
  return [problem('SNILS_INVALID', path, { reason, count: digits.length })];
}

const checksum = (digits: string): number =>
  ([...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0) % 101) % 100;

/** A SNILS as people write it. */
export const snilsText = (digits: string | null | undefined): string =>
  digits && /^\d{11}$/.test(digits)
    ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 9)} ${digits.slice(9)}`
    : (digits ?? '');
