import { describe, expect, it } from 'vitest';
import { countLevels } from './levels';

const levels = [
  { winner: '5', participant: '0' },
  { winner: '10', participant: '2.5' },
];

describe('points by levels', () => {
  it('add up, never above the maximum', () => {
    const table = { levels, levelsAddUp: true, max: '20' };
    expect(countLevels(table, {})).toBe(0);
    expect(countLevels(table, { '0-winner': 1, '1-participant': 2 })).toBe(10);
    expect(countLevels(table, { '1-winner': 3 })).toBe(20);
  });
  it('or are those of the best place', () => {
    expect(countLevels({ levels, levelsAddUp: false, max: '20' }, { '0-winner': 1, '1-participant': 1 })).toBe(5);
  });
});
