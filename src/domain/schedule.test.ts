import { describe, expect, it } from 'vitest';
import { calendarIndex } from './calendar';
import { APPLICATION_STATUSES } from './procedure/vocabulary';
import { nextSession, stepAtHand } from './schedule';
import { madeUpRegion } from './testing/region';

const calendar = calendarIndex({ weekend: [6, 7], years: [] });
const monthly = { ...madeUpRegion, periods: { kind: 'monthly_sessions' as const, sessionDay: 28, source: 'proposed' as const } };
const twoSteps = { ...madeUpRegion, decision: { ...madeUpRegion.decision, steps: ['look', 'final'] } };

describe('monthly sessions', () => {
  it.each([
    ['of the same month', '2026-10-01', '2026-10-28'],
    ['the next one, for who comes on the day itself', '2026-10-28', '2026-11-30'],
    ['moved to Monday', '2026-11-20', '2026-11-30'],
    ['still last month’s when it moved over the end', '2027-03-01', '2027-03-29'],
    ['moved into the next month', '2027-02-27', '2027-03-01'],
    ['over the year', '2026-12-28', '2027-01-28'],
  ])('%s', (_, after, session) => expect(nextSession(monthly, after, calendar)).toBe(session));
});

it('is last month’s while its days off reach into this one', () => {
  const daysOff = ['2027-03-01', '2027-03-02', '2027-03-03'].map((date) => ({
    date,
    transferredFrom: '2027-01-02',
    basis: 'act' as const,
  }));
  const year = {
    year: 2027,
    confidence: 'likely' as const,
    act: null,
    sources: [],
    holidays: [],
    daysOff,
    workingWeekends: [],
    shortDays: [],
  };
  expect(nextSession(monthly, '2027-03-02', calendarIndex({ weekend: [6, 7], years: [year] }))).toBe('2027-03-04');
});

describe('the step at hand', () => {
  it('is the only one where there is one', () => {
    expect([...new Set(APPLICATION_STATUSES.map((s) => stepAtHand(madeUpRegion, s)))]).toEqual(['final']);
  });
  it('is the first until the case is admitted, then the last', () => {
    expect(APPLICATION_STATUSES.filter((s) => stepAtHand(twoSteps, s) === 'look')).toEqual([
      'DRAFT',
      'SUBMITTED',
      'RETURNED',
      'REGISTERED',
      'UNDER_REVIEW',
      'AWAITING_INFO',
    ]);
  });
});
