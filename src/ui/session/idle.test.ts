import { describe, expect, it, test } from 'vitest';
import { countsAsReading, idleState, isToTell } from './idle';

const MINUTE = 60_000;
const LIMIT = 30 * MINUTE;

test.each([
  [0, 'working'],
  [27.9, 'working'],
  [28, 'warned'],
  [29.9, 'warned'],
  [30, 'ended'],
  [600, 'ended'],
] as const)('after %s minutes of silence a session of 30 is %s', (minutes, state) => {
  expect(idleState(minutes * MINUTE, { active: 0 }, LIMIT)).toBe(state);
});

it('asks half the time before where the limit is shorter than the warning', () => {
  expect(idleState(20_000, { active: 0 }, MINUTE)).toBe('working');
  expect(idleState(30_000, { active: 0 }, MINUTE)).toBe('warned');
  expect(idleState(60_000, { active: 0 }, MINUTE)).toBe('ended');
});

describe('the server is told', () => {
  it('at most once a minute, only when something was done since, also when it was just after the last word', () => {
    expect(isToTell(59_000, { active: 50_000, told: 0 })).toBe(false);
    expect(isToTell(60_000, { active: 50_000, told: 0 })).toBe(true);
    expect(isToTell(600_000, { active: 0, told: 0 })).toBe(false);
    expect(isToTell(66_000, { active: 5_001, told: 5_000 })).toBe(true);
  });

  it('so often that it never ends a session before the person was asked', () => {
    // Something done right after the server was told is told a minute later: its count begins later than ours, not earlier.
    let told = 0;
    const active = 1;
    for (let now = 0; now <= LIMIT; now += 1_000) if (isToTell(now, { active, told })) told = now;
    expect(told + LIMIT).toBeGreaterThanOrEqual(active + LIMIT);
  });
});

it('a focus that was left in a frame does not keep a session for ever', () => {
  expect(countsAsReading(29 * MINUTE, { heard: 0 }, LIMIT)).toBe(true);
  expect(countsAsReading(30 * MINUTE, { heard: 0 }, LIMIT)).toBe(false);
});
