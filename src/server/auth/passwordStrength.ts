import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { once } from '../once';
import { COMMON_WORDS } from './commonWords';
import { inLatinLayout, inLatinLetters, inRussianLayout, russianGraph } from './keyboard';

/** Guesses that a password must stand, zxcvbn's best class: three words that everybody tries make 1e8, ten random characters 1e10. */
const GUESSES = 1e10;
/** Characters that are looked at: more only cost time, whoever guesses them all has guessed enough. */
const LOOKED_AT = 64;
/** Of the list of leaked passwords, the most used first. */
const REFUSED_OUTRIGHT = 10_000;

/** One per process: half a megabyte of words and 20 ms. */
const estimator = () =>
  once('passwordStrength', () => {
    const leaked = dictionary['passwords-common'];
    const { qwerty, keypad } = adjacencyGraphs;
    return {
      mostUsed: new Set(leaked.slice(0, REFUSED_OUTRIGHT)),
      zxcvbn: new ZxcvbnFactory({
        dictionary: { leaked, russian: COMMON_WORDS, russianInLatin: COMMON_WORDS.map(inLatinLetters) },
        graphs: { qwerty, keypad, russian: russianGraph(qwerty) },
        maxLength: LOOKED_AT,
      }),
    };
  });

/**
 * Whether a password falls to the usual guessing: one of the 10,000 most used, or too few guesses in either keyboard layout. `known` are words
 * that a guesser tries first.
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const { mostUsed, zxcvbn } = estimator();
  const words = [...new Set(known.flatMap((word) => [word, inLatinLetters(word)]))].filter((word) => word.length > 2);
  const spellings = new Set([password, inRussianLayout(password), inLatinLayout(password)]);
  return [...spellings].some((typed) => mostUsed.has(typed.toLowerCase()) || zxcvbn.check(typed, words).guesses < GUESSES);
}
