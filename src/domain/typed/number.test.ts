import { describe, expect, it } from 'vitest';
import { parseNumber } from './number';

describe('a number', () => {
  it.each([
    ['12', 12],
    ['97,5', 97.5],
    ['97.5 %', 97.5],
    ['100%', 100],
    ['100 %.', 100],
    ['1 200', 1200],
    ['1\u00a0200,50', 1200.5],
    ['９７', 97],
    ['(12)', 12],
    ['−5', -5],
    ['97\u200b', 97],
    ['007', 7],
  ])('%j is %j', (typed, number) => expect(parseNumber(typed)).toBe(number));

  it.each(['', ' ', 'сто', '≈97', '1e2', '0x10', '12,5,1', '97/100', '12-15', 'Infinity', '%', '5 лет'])('%j is none', (typed) =>
    expect(parseNumber(typed)).toBeNull(),
  );
});
