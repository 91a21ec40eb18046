import { describe, expect, it } from 'vitest';
import { pairsOf } from './pairs';

const row = (key: string, text: string) => ({ key, label: key, text });

describe('pairsOf', () => {
  it('keeps the left order, puts what only the right has below, and says what differs', () => {
    const pairs = pairsOf([row('b', '1'), row('a', '2')], [row('c', '3'), row('b', '1'), row('a', '9')]);
    expect(pairs.map(({ key, a, b, differs }) => [key, a, b, differs])).toEqual([
      ['b', '1', '1', false],
      ['a', '2', '9', true],
      ['c', null, '3', true],
    ]);
  });
  it('reads rows of one key as one', () => {
    expect(pairsOf([row('a', '1'), row('a', '2')], [row('a', '1; 2')])).toMatchObject([{ a: '1; 2', differs: false }]);
  });
  it('a procedure differs from itself in nothing', () => {
    const rows = [row('a', '1'), row('b', '2')];
    expect(pairsOf(rows, rows).some((pair) => pair.differs)).toBe(false);
  });
});
