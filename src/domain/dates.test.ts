import { describe, expect, it } from 'vitest';
import { type CaseDates, datedTerms, datesProblems } from './dates';
import type { Deadline } from './procedure/shape';

const label = { ru: 'срок', en: 'term' };
const term = (id: string, stage: Deadline['stage'], more: Partial<Deadline> = {}): Deadline => ({
  id,
  label,
  from: 'application.registered',
  amount: 10,
  unit: 'working_days',
  stage,
  onExpiry: 'flag',
  source: 'proposed',
  overridablePerCase: true,
  ...more,
});
const procedure = {
  deadlines: [
    term('service', 'frame', { amount: 90, unit: 'calendar_days' }),
    term('paper', 'preparation'),
    term('confirmation', 'preparation'),
    term('review', 'expertise'),
    term('correction', 'outside'),
    term('fixed', 'expertise', { overridablePerCase: false }),
  ],
};
const begun = (until: CaseDates['until'] = {}, startedOn: string | null = null): CaseDates => ({
  registeredOn: '2023-04-19',
  startedOn,
  until,
});
const ask = (dates: Record<string, string>, known = begun(), today = '2023-04-19') =>
  datesProblems(
    procedure,
    known,
    Object.entries(dates).map(([termId, untilDate]) => ({ termId, untilDate })),
    today,
  ).map((p) => [p.code, p.path.at(-1), p.params].filter((x) => x !== undefined));

describe('dates of a case', () => {
  it('may be set for the terms that the procedure leaves open, none of those outside the stages', () => {
    expect(datedTerms(procedure).map((t) => t.id)).toEqual(['service', 'paper', 'confirmation', 'review']);
  });

  it('refuse the sample of a manual (trap 1): the review ends before its paper is due, and the service takes 125 days', () => {
    expect(ask({ service: '2023-08-22', paper: '2023-06-28', confirmation: '2023-06-26', review: '2023-06-26' })).toEqual([
      ['TERM_TOO_LONG', 'service', { max: 90, from: '2023-04-19', until: '2023-08-22', days: 125 }],
      ['DATES_CONTRADICT', 'review', { until: '2023-06-26', date: '2023-06-28' }],
    ]);
  });

  it.each<[string, Record<string, string>, CaseDates, string, unknown[]]>([
    ['dates in their order', { paper: '2023-05-10', confirmation: '2023-05-10', review: '2023-06-01' }, begun(), '2023-04-20', []],
    ['the last of 90 days', { service: '2023-07-18' }, begun(), '2023-04-20', []],
    [
      'the day after 90 days',
      { service: '2023-07-19' },
      begun(),
      '2023-04-20',
      [['TERM_TOO_LONG', 'service', { max: 90, from: '2023-04-19', until: '2023-07-19', days: 91 }]],
    ],
    [
      'more than 60 days from the start',
      { review: '2023-07-10' },
      begun({}, '2023-05-10'),
      '2023-05-10',
      [['TERM_TOO_LONG', 'review', { max: 60, from: '2023-05-10', until: '2023-07-10', days: 61 }]],
    ],
    [
      'a review before the confirmation that stands',
      { review: '2023-05-09' },
      begun({ confirmation: '2023-05-10' }),
      '2023-04-20',
      [['DATES_CONTRADICT', 'review', { until: '2023-05-09', date: '2023-05-10' }]],
    ],
    [
      'a paper after the review that stands',
      { paper: '2023-06-02' },
      begun({ review: '2023-06-01' }),
      '2023-04-20',
      [['DATES_CONTRADICT', 'paper', { until: '2023-06-01', date: '2023-06-02' }]],
    ],
    [
      'a review after the service ends',
      { review: '2023-06-02' },
      begun({ service: '2023-06-01' }),
      '2023-04-20',
      [['DATES_CONTRADICT', 'review', { until: '2023-06-01', date: '2023-06-02' }]],
    ],
    [
      'what contradicts already and is not asked',
      { service: '2023-07-01' },
      begun({ paper: '2023-05-03', review: '2023-05-02' }),
      '2023-04-20',
      [],
    ],
    ['a day that has passed', { paper: '2023-04-19' }, begun(), '2023-04-20', [['DATE_IN_PAST', 'paper']]],
    ['a day that has passed and stands', { paper: '2023-04-19' }, begun({ paper: '2023-04-19' }), '2023-04-20', []],
    ['no day', { paper: '2023-02-30' }, begun(), '2023-04-20', [['VALUE_INVALID', 'paper']]],
    ['a term of its own', { correction: '2023-05-10' }, begun(), '2023-04-20', [['VALUE_NOT_LISTED', 'correction']]],
    ['a fixed term', { fixed: '2023-05-10' }, begun(), '2023-04-20', [['VALUE_NOT_LISTED', 'fixed']]],
    ['nothing', {}, begun(), '2023-04-20', [['REQUIRED', 'dates']]],
  ])('judge %s', (_what, dates, known, today, problems) => {
    expect(ask(dates, known, today)).toEqual(problems);
  });
});
