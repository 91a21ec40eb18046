import { describe, expect, it } from 'vitest';
import { calendarIndex } from './calendar';
import { daysLeft, endOfTerm, formatDay, lapseOf, resumed, type TermRule, termPaused, termTone, warningsDue } from './deadlines';
import { madeUpRegion } from './testing/region';

/** A small calendar: New Year's days off, a transferred day, a working Saturday; 2028 has no data. */
const calendar = calendarIndex({
  weekend: [6, 7],
  years: [2026, 2027].map((year) => ({
    year,
    confidence: 'confirmed' as const,
    act: null,
    sources: [],
    holidays: [`${year}-01-01`, `${year}-01-07`, `${year}-05-01`].map((date) => ({ date, id: 'h', label: { ru: 'П', en: 'H' } })),
    daysOff:
      year === 2026
        ? [{ date: '2026-12-31', transferredFrom: '2026-01-04', basis: 'act' as const }]
        : [{ date: '2027-02-22', transferredFrom: '2027-02-20', basis: 'act' as const }],
    workingWeekends: year === 2027 ? ['2027-02-20'] : [],
    shortDays: [],
  })),
});
const calendarDays = (amount: number): TermRule => ({ unit: 'calendar_days', amount });
const workingDays = (amount: number): TermRule => ({ unit: 'working_days', amount });

describe('the last day of a term', () => {
  it.each<[string, TermRule, string, string]>([
    ['counts calendar days from the next day', calendarDays(3), '2026-11-24', '2026-11-27'],
    ['moves from a weekend to the next working day', calendarDays(3), '2026-11-26', '2026-11-30'],
    ['counts working days over a weekend', workingDays(2), '2026-11-26', '2026-11-30'],
    ['skips holidays and transferred days off', workingDays(2), '2026-12-30', '2027-01-05'],
    ['works on a working Saturday and rests for it', workingDays(2), '2027-02-19', '2027-02-23'],
    ['takes the 15th of this month', { unit: 'day_of_month', dayOfMonth: 15 }, '2026-12-10', '2026-12-15'],
    ['and of the next when it has passed', { unit: 'day_of_month', dayOfMonth: 15 }, '2026-12-16', '2027-01-15'],
    ['the last day of a short month, moved when off', { unit: 'day_of_month', dayOfMonth: 31 }, '2027-02-01', '2027-03-01'],
  ])('%s', (_, term, start, until) => expect(endOfTerm(term, start, calendar)).toEqual({ until, certain: true }));

  it('says when a year has no calendar', () => {
    expect(endOfTerm(workingDays(5), '2027-12-30', calendar)).toEqual({ until: '2028-01-06', certain: false });
  });
  it('ends at the end of the day in the region, begun on the region’s day', () => {
    const late = new Date('2026-11-24T21:30:00Z');
    expect(lapseOf(calendarDays(1), late, 'Europe/Samara', calendar)).toMatchObject({
      until: '2026-11-26',
      lapsesAt: new Date('2026-11-26T20:00:00Z'),
    });
    expect(lapseOf(calendarDays(1), late, 'Europe/Moscow', calendar)).toMatchObject({
      until: '2026-11-26',
      lapsesAt: new Date('2026-11-26T21:00:00Z'),
    });
    expect(lapseOf(calendarDays(1), new Date('2026-11-24T19:30:00Z'), 'Europe/Samara', calendar)).toMatchObject({ until: '2026-11-25' });
  });
});

describe('what is left', () => {
  it.each([
    ['calendar_days', '2026-11-27', '2026-11-24', 3],
    ['working_days', '2026-11-30', '2026-11-26', 2],
    ['working_days', '2026-11-26', '2026-11-26', 0],
    ['working_days', '2026-11-26', '2026-11-30', -2],
    ['calendar_days', '2026-11-24', '2026-11-26', -2],
  ] as const)('%s until %s on %s: %i', (unit, until, today, left) => expect(daysLeft({ unit }, until, today, calendar)).toBe(left));
  it.each([
    ['2026-12-01', '2026-11-24', 'ink'],
    ['2026-11-27', '2026-11-24', 'warn'],
    ['2026-11-24', '2026-11-24', 'warn'],
    ['2026-11-23', '2026-11-24', 'danger'],
  ])('until %s on %s is %s', (until, today, tone) => expect(termTone(until, today, calendar)).toBe(tone));
});

describe('warnings', () => {
  const term = { unit: 'calendar_days' as const, warn: { before: [7, 1], letter: 'soon' } };
  it.each<[string, string, number[], number[]]>([
    ['none before their day', '2026-11-20', [], []],
    ['the first on its day', '2026-11-23', [], [7]],
    ['once', '2026-11-24', [7], []],
    ['the last one', '2026-11-29', [7], [1]],
    ['all that were slept through', '2026-12-05', [7], [1]],
  ])('%s', (_, today, sent, due) => expect(warningsDue(term, '2026-11-30', today, sent, calendar)).toEqual(due));
});

describe('a pause', () => {
  it('stops the clocks of a returned case, not the term of its correction', () => {
    expect(termPaused(madeUpRegion, 'RETURNED', { stage: 'frame' })).toBe(true);
    expect(termPaused(madeUpRegion, 'RETURNED', { stage: 'outside' })).toBe(false);
    expect(termPaused(madeUpRegion, 'SUBMITTED', { stage: 'frame' })).toBe(false);
  });
  it('gives the days back', () => {
    expect(resumed({ unit: 'calendar_days' }, '2026-12-01', '2026-11-20', '2026-11-23', calendar)).toBe('2026-12-04');
    expect(resumed({ unit: 'working_days' }, '2026-12-01', '2026-11-20', '2026-11-23', calendar)).toBe('2026-12-02');
  });
});

it('writes a day as letters do', () => {
  expect([formatDay('2026-10-28'), formatDay('2026-10-28', 'en')]).toEqual(['28.10.2026', '28 October 2026']);
});
