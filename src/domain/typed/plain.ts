/** What every parser of typed text begins with: text copied from a letter, a table or a PDF brings along what nobody sees. */

/** Soft hyphens, zero-width and direction marks, variation selectors, fillers that look like nothing. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const BLANK = /[\s\p{Cc}]+/gu;
/** Hyphens, dashes and minus signs of every length. */
const DASH = /[\p{Pd}\u2212\u2010-\u2015]/gu;

/** One line of typed text: composed letters, nothing invisible, one plain space for any blank, none around. */
export const plainLine = (typed: string): string => typed.normalize('NFC').replace(INVISIBLE, '').replace(BLANK, ' ').trim();

/** Every dash as a hyphen. */
export const plainDashes = (text: string): string => text.replace(DASH, '-');

/** A line in which digits, letters and signs of full width are the usual ones: for numbers and codes. */
export const plainNumber = (typed: string): string => plainDashes(plainLine(typed.normalize('NFKC')));

const PAIRS: Readonly<Record<string, string>> = {
  '«': '»',
  '"': '"',
  '“': '”',
  '„': '“',
  '‘': '’',
  '’': '’',
  "'": "'",
  '(': ')',
  '<': '>',
  '[': ']',
};

/** A value without what stood around it in the sentence it was copied from: quotes and brackets in pairs, the comma or full stop behind it. */
export function bareValue(text: string): string {
  const plain = text.replace(/[.,;]+$/, '').trim();
  const close = PAIRS[plain.charAt(0)];
  return close && plain.length > 2 && plain.endsWith(close) ? bareValue(plain.slice(1, -1).trim()) : plain;
}
