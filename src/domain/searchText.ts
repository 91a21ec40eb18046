/**
 * The spelling in which texts are searched and names are compared: what people do not hear is no difference.
 * The function search_text of the database does the same (a migration holds it); src/server/search.test.ts holds the two together.
 */

/** Accents that NFKC left beside their letter (Лу́гов); a letter of its own, й or ң, is one character by then and stays. */
const LOOSE_MARKS = /[\u0300-\u036f]/g;
/** д’Арк, д'Арк, дʼАрк: nobody knows which of them a card has. */
const APOSTROPHES = /['`\u02b9-\u02bd\u2018-\u201b\u2032]/g;
/** Spaces, controls, hyphens and punctuation of every kind: they part words and are no part of them. */
const BETWEEN_WORDS = /[^\p{L}\p{Nd}]+/gu;
/** Numbers are written with hyphens, spaces or none of them: 70-2026-000012, 112 233 445 95. */
const WITHIN_NUMBER = /(?<=[0-9]) (?=[0-9])/g;

/** A text as it is searched and compared: lower case, ё as е, words parted by one space, without hyphens, quotes and invisible characters; digits of a number together. */
export const searchText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(LOOSE_MARKS, '')
    .replace(/[ёѐ]/g, 'е')
    .replace(/ѝ/g, 'и')
    .replace(APOSTROPHES, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim()
    .replace(WITHIN_NUMBER, '');

/** Whether two spellings are of one name. */
export const sameText = (one: string, other: string): boolean => searchText(one) === searchText(other);

/** Words that only say what the number after them is. */
const NUMBER_WORDS = ['снилс', 'no'];

/** The words of a typed search, each once, all of which a text must hold; [] asks for nothing. */
export function searchWords(typed: string): string[] {
  // «№12» is the number, however close the sign stands.
  const words = [...new Set(searchText(typed.replaceAll('№', ' № ')).split(' '))].filter(Boolean);
  const spoken = words.filter((word) => !NUMBER_WORDS.includes(word));
  return spoken.some((word) => /[0-9]/.test(word)) ? spoken : words;
}
