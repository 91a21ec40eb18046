import { plainNumber } from './plain';

/** «Код:», «пароль:» before it: a code has no Cyrillic letters. */
const WORD = /^[\p{Script=Cyrillic}\s-]+:/u;

/** A one-time password or code as it was given: small letters and digits are all it is made of, whatever a copy has put between or around them. */
export const tidyCode = (typed: string): string =>
  plainNumber(typed)
    .replace(WORD, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
