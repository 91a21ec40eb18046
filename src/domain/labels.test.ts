import { describe, expect, it } from 'vitest';
import type { Facts } from './case/facts';
import { caseLine, labelCondition, machineLabel, publicStatusLabel, roleLabel, statusLabel, toneOf } from './labels';
import { APPLICATION_STATUSES, type Condition, MACHINES, type Machine } from './procedure/vocabulary';
import { fullFacts } from './testing/facts';
import { madeUpRegion } from './testing/region';

describe('words', () => {
  it('shows the region’s other words while a condition holds', () => {
    const say = (employerConfirmation: Facts['employerConfirmation']) =>
      publicStatusLabel(madeUpRegion, fullFacts({ status: 'REGISTERED', employerConfirmation }), 'ru');
    expect([say('ASKED'), say('CONFIRMED'), say('PAPER_CONFIRMED')]).toEqual(['Ждём школу', 'Готовим', 'Готовим']);
  });
  it.each<[Condition, Partial<Facts>, boolean]>([
    ['period_not_set', { period: null }, true],
    ['experts_not_assigned', { assignments: [] }, true],
    [
      'experts_not_assigned',
      {
        assignments: [
          { status: 'INVITED', sheet: null },
          { status: 'INVITED', sheet: null },
        ],
      },
      false,
    ],
    [
      'experts_not_confirmed',
      {
        assignments: [
          { status: 'INVITED', sheet: null },
          { status: 'INVITED', sheet: null },
        ],
      },
      true,
    ],
    ['schedule_not_approved', { scheduleStatus: 'CHANGED_AFTER_APPROVAL' }, false],
    ['employer_note_missing', { employerPaper: 'WAITING' }, true],
    ['portfolio_not_sent', { portfolio: { status: 'SENT', pending: [], filled: {} } }, false],
    ['conclusion_not_attached', { conclusionAttached: false }, true],
    ['verdict_meets', { verdict: 'meets' }, true],
    ['verdict_does_not_meet', { verdict: 'meets' }, false],
  ])('%s', (condition, changes, holds) => expect(labelCondition(condition, madeUpRegion, fullFacts(changes))).toBe(holds));
  it('names statuses, records, roles and things in both languages', () => {
    expect([statusLabel(madeUpRegion, 'GRANTED', 'ru'), statusLabel(madeUpRegion, 'GRANTED', 'en')]).toEqual(['Присвоено', 'Granted']);
    expect(machineLabel(madeUpRegion, 'portfolio', 'SENT', 'ru')).toBe('Сдан');
    expect(machineLabel(madeUpRegion, 'schedule', 'APPROVED', 'ru')).toBe('APPROVED');
    expect(roleLabel(madeUpRegion, 'COORDINATOR', 'ru')).toBe('Координатор');
  });
});

describe('colour roles', () => {
  it('exist for every status of every machine', () => {
    const uncoloured = (Object.keys(MACHINES) as Machine[]).flatMap((m) =>
      MACHINES[m].filter((s) => !toneOf(m, s)).map((s) => `${m} ${s}`),
    );
    expect(uncoloured).toEqual([]);
  });
  it('are green for a good end, red for a bad one, grey where nothing happens', () => {
    expect(['GRANTED', 'REFUSED', 'INTAKE_REFUSED', 'EXPIRED', 'WITHDRAWN', 'ARCHIVED'].map((s) => toneOf('application', s))).toEqual([
      'ok',
      'danger',
      'danger',
      'danger',
      'calm',
      'calm',
    ]);
  });
});

describe('the line of a case', () => {
  const states = (status: Facts['status'], visited: string[] = []) => caseLine(madeUpRegion, status, visited, 'en').map((s) => s.state);
  it.each<[Facts['status'], string[], string[]]>([
    ['DRAFT', [], ['now', 'later', 'later', 'later']],
    ['READY', [], ['done', 'now', 'later', 'later']],
    ['DECIDED', [], ['done', 'done', 'done', 'now']],
    ['GRANTED', [], ['done', 'done', 'done', 'done']],
    ['WITHDRAWN', ['DRAFT', 'SUBMITTED', 'REGISTERED'], ['done', 'done', 'later', 'later']],
  ])('%s', (status, visited, expected) => expect(states(status, visited)).toEqual(expected));
  it('knows every status that is on it', () => {
    const off = APPLICATION_STATUSES.filter((s) => !states(s).includes('now') && !states(s).includes('done'));
    expect(off).toContain('WITHDRAWN');
    expect(off).not.toContain('EXPERTISE');
  });
});
