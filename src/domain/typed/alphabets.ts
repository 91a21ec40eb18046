/** Letters of two alphabets that look alike: a hand on the other keyboard layout, or a name that is not what it looks like. */

const LATIN = 'ABCEHKMOPTXYacekmoptxyËë';
const CYRILLIC = 'АВСЕНКМОРТХУасекмортхуЁё';
const TWINS = new Map([...LATIN].map((letter, index) => [letter, CYRILLIC[index] ?? letter]));

export const hasCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
/** Letters that are not Cyrillic. */
export const hasForeign = (text: string): boolean => /(?=\p{L})\P{Script=Cyrillic}/u.test(text);

/** Latin and Cyrillic (or Greek) letters in one word: it looks like a word that it is not. */
export const isMixed = (word: string): boolean => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);

/** The word in Cyrillic, where every foreign letter of it has a Cyrillic twin; else null. */
export function inCyrillic(text: string): string | null {
  const turned = [...text].map((letter) => TWINS.get(letter) ?? letter).join('');
  return hasForeign(turned) ? null : turned;
}
