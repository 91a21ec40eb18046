import { bareValue, plainLine, plainNumber } from './plain';

/** Characters a telephone may have, with its extension and a second number. */
export const PHONE_MAX = 100;

/** «тел.», «раб.:» before a number. */
const WORD = '(?:\\p{L}[\\p{L}.]{0,15}[.:\\s]+){0,3}';
const NUMBER = '\\+?\\(?\\d[\\d\\s().-]{2,28}';
/** «доб. 12», «добавочный», «вн.», «ext», «#12», «*12». */
const EXTENSION =
  '(?:[\\s,]*\\(?(?:доб(?:ав(?:очный)?)?|вн(?:утр(?:енний)?)?|ext|x|#|\\*)[\\s.:№]*(?:No)?\\s*\\d{0,6}(?:\\s*[,;]\\s*\\d{1,6})*\\)?)';
/** «(секретарь)», «с 9 до 17» after a number. */
const WHOSE = '(?:\\s*\\(?\\p{L}[\\p{L}\\d\\s.:-]{1,40}\\)?)?';
const ONE = new RegExp(`^${WORD}(${NUMBER})(${EXTENSION})?${WHOSE}$`, 'iu');
/** Where the next number begins: «,», «;», «/», «или», «и», but not before an extension. */
const NEXT = /\s*(?:[,;|]|\/|(?<=[\s)])(?:или|и|либо|or|and)(?=\s))\s*(?!\s*\(?(?:доб|вн|ext|x|#|\*))(?![^(]*\))/iu;

export interface Phone {
  /** As the person wrote it, without what cannot be seen. */
  text: string;
  /**
   * For comparing: the last ten digits of the first number that has its code; null where none has or where an extension follows, since such a
   * number is many people's.
   */
  canonical: string | null;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** A telephone in any spelling people use, one number or several; null where it is none. */
export function parsePhone(typed: string): Phone | null {
  const text = plainLine(typed);
  if (!text || text.length > PHONE_MAX) return null;
  // «тел./факс:» is no first number of two.
  const plain = bareValue(plainNumber(text)).replace(/^(?:\p{L}[\p{L}.-]*[\s/]+)+\p{L}[\p{L}.]*[.:\s]+(?=[+(\d])/u, '');
  // «8/3822/55-55-55»: slashes of one number.
  const slashed = /^[+78\d/\s().-]+$/.test(plain) && /^(?:8|\+?7)\D/.test(plain) && digitsOf(plain).length === 11;
  const parts = slashed ? [plain.replaceAll('/', '-')] : plain.split(NEXT);
  const numbers = parts.map((part, index) => numberOf(part, index > 0));
  if (numbers.length > 4 || numbers.some((one) => one === null)) return null;
  const whole = numbers.find((one) => one && one.digits.length >= 10);
  return { text, canonical: whole && !whole.extended ? whole.digits.slice(-10) : null };
}

/** The digits of one number; of a further one only the end may differ («55-55-55, 56»). */
function numberOf(part: string, further: boolean): { digits: string; extended: boolean } | null {
  if (further && /^\d{2,4}$/.test(part.trim())) return { digits: '', extended: false };
  const [, number = '', extension] = ONE.exec(part.trim()) ?? [];
  const digits = digitsOf(number);
  return digits.length >= 5 && digits.length <= 15 ? { digits, extended: extension !== undefined } : null;
}
