import { describe, expect, it } from 'vitest';
import { calendarIndex } from './calendar';
import { APPLICATION_STATUSES } from './procedure/vocabulary';
import { nextSession, periodInWords, periodLabel, stepAtHand } from './schedule';
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

describe('a period of two months', () => {
  const word = (ru: string) => ({ ru, en: ru });
  const items = [
    { id: 'p3', startMonth: 11, label: word('ноябрь-декабрь') },
    { id: 'p4', startMonth: 12, label: word('декабрь-январь') },
    { id: 'p5', startMonth: 1, label: word('январь-февраль') },
  ];
  const region = { periods: { kind: 'two_month_overlapping' as const, items, source: 'seed' as const } };
  it.each([
    ['2026-p3', 'ноябрь-декабрь 2026'],
    ['2026-p4', 'декабрь-январь 2027'],
    ['2027-p5', 'январь-февраль 2027'],
  ])('%s is called by the year of its second month', (id, label) => expect(periodLabel(region, id, 'ru')).toBe(label));

  it.each([
    ['2018-01-01', '2018-02-28', 'в январе-феврале 2018 г.', 'in January-February 2018'],
    ['2026-12-01', '2027-01-31', 'в декабре 2026 – январе 2027 г.', 'in December 2026 – January 2027'],
  ])('stands in the heading of the paper in words', (startsOn, endsOn, ru, en) => {
    expect(periodInWords({ startsOn, endsOn }, 'ru')).toBe(ru);
    expect(periodInWords({ startsOn, endsOn }, 'en')).toBe(en);
  });
});
