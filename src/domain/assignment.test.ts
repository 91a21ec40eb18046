import { describe, expect, it } from 'vitest';
import {
  appointProblems,
  assignmentAfter,
  type Candidate,
  candidateProblems,
  nextFromReserve,
  opensConflict,
  placesLeft,
  seatsFor,
} from './assignment';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from './procedure/vocabulary';
import { madeUpRegion } from './testing/region';

const teacher = { accountId: 't', organisationId: 'school', municipalityId: 'town' };
const expert = (changes: Partial<Candidate> = {}): Candidate => ({
  expertId: 'e',
  accountId: 'a',
  organisationId: 'other',
  municipalityId: 'town',
  active: true,
  ...changes,
});

const withExperts = (changes: Partial<typeof madeUpRegion.assessment.experts>) => ({
  ...madeUpRegion,
  assessment: { ...madeUpRegion.assessment, experts: { ...madeUpRegion.assessment.experts, ...changes } },
});

describe('a candidate', () => {
  it.each<[string, Partial<Candidate>, AssignmentStatus | null, string[]]>([
    ['may be appointed', {}, null, []],
    ['of the teacher’s own school', { organisationId: 'school' }, null, ['SAME_ORGANISATION']],
    ['of another municipality', { municipalityId: 'elsewhere' }, null, ['OTHER_MUNICIPALITY']],
    ['who is the teacher', { accountId: 't' }, null, ['SAME_PERSON']],
    ['who is not active', { active: false }, null, ['EXPERT_INACTIVE']],
    ['already at work', {}, 'SCORING', ['ALREADY_ASSIGNED']],
    ['who declined before', {}, 'DECLINED', ['ALREADY_ASSIGNED']],
    ['with a conflict', {}, 'CONFLICT', ['ALREADY_ASSIGNED']],
    ['whose invitation lapsed', {}, 'LAPSED', []],
  ])('%s', (_, changes, status, expected) => {
    const before = status ? [{ expertId: 'e', status }] : [];
    expect(candidateProblems(madeUpRegion, teacher, expert(changes), before, 'COORDINATOR').map((p) => p.code)).toEqual(expected);
  });
});

describe('the panel', () => {
  it('has room for its seats and the reserve, for nobody who left', () => {
    expect(placesLeft(madeUpRegion, [])).toBe(4);
    expect(placesLeft(madeUpRegion, ['FINAL', 'INVITED', 'DECLINED', 'REPLACED', 'RESERVE'])).toBe(1);
    expect(appointProblems(madeUpRegion, ['FINAL', 'SCORING', 'CONFIRMED', 'RESERVE'], 1)).toMatchObject([{ code: 'TOO_MANY_EXPERTS' }]);
    expect(appointProblems(madeUpRegion, [], 0)).toMatchObject([{ code: 'REQUIRED' }]);
  });
  it('asks first where the procedure invites', () => {
    expect(seatsFor(madeUpRegion, [], 1)).toEqual(['INVITED']);
    expect(seatsFor(withExperts({ invitation: false }), [], 1)).toEqual(['CONFIRMED']);
  });
  it('invites as many as have a seat, or all while the first to confirm have not filled it', () => {
    const bySeats = withExperts({ firstComeFirstServed: false });
    expect(seatsFor(bySeats, ['CONFIRMED', 'INVITED'], 2)).toEqual(['INVITED', 'RESERVE']);
    expect(seatsFor(madeUpRegion, ['CONFIRMED', 'SCORING', 'INVITED'], 2)).toEqual(['INVITED', 'INVITED']);
    expect(seatsFor(madeUpRegion, ['CONFIRMED', 'SCORING', 'FINAL'], 2), 'no seat is free').toEqual(['RESERVE', 'RESERVE']);
    expect(seatsFor(madeUpRegion, ['CONFIRMED', 'SCORING', 'REPLACED'], 1)).toEqual(['INVITED']);
  });
  it('calls the reserve only to a free seat', () => {
    const reserve = { expertId: 'r', status: 'RESERVE' as const };
    const seated = (n: number) => Array.from({ length: n }, (_, k) => ({ expertId: `e${k}`, status: 'CONFIRMED' as const }));
    expect(nextFromReserve(madeUpRegion, [...seated(2), reserve])).toBe(reserve);
    expect(nextFromReserve(madeUpRegion, [...seated(3), reserve])).toBeNull();
  });
});

describe('an assignment moves', () => {
  const table: Record<Parameters<typeof assignmentAfter>[1], Partial<Record<AssignmentStatus, AssignmentStatus>>> = {
    invite: { RESERVE: 'INVITED' },
    confirm_participation: { INVITED: 'CONFIRMED' },
    decline_assignment: { INVITED: 'DECLINED', CONFIRMED: 'DECLINED', SCORING: 'DECLINED' },
    declare_conflict: { INVITED: 'CONFLICT', CONFIRMED: 'CONFLICT', SCORING: 'CONFLICT' },
    replace_expert: { INVITED: 'REPLACED', CONFIRMED: 'REPLACED', SCORING: 'REPLACED' },
    lapse: { INVITED: 'LAPSED' },
    release: { RESERVE: 'NOT_NEEDED', INVITED: 'NOT_NEEDED', CONFIRMED: 'NOT_NEEDED', SCORING: 'NOT_NEEDED' },
    start_scoring: { CONFIRMED: 'SCORING' },
    finish_sheet: { CONFIRMED: 'FINAL', SCORING: 'FINAL' },
    reopen_sheet: { FINAL: 'SCORING' },
    conclude: { CONFIRMED: 'FINAL', SCORING: 'FINAL' },
    return_conclusion: { FINAL: 'CONFIRMED' },
  };
  it.each(Object.keys(table) as (keyof typeof table)[])('%s', (move) => {
    const got = Object.fromEntries(ASSIGNMENT_STATUSES.flatMap((s) => (assignmentAfter(s, move) ? [[s, assignmentAfter(s, move)]] : [])));
    expect(got).toEqual(table[move]);
  });
  it('never moves out of a seat that is closed', () => {
    for (const status of ['DECLINED', 'LAPSED', 'NOT_NEEDED', 'REPLACED', 'CONFLICT'] as const)
      expect((Object.keys(table) as (keyof typeof table)[]).map((move) => assignmentAfter(status, move)).filter(Boolean)).toEqual([]);
  });
  it('leaves something to answer when a counted expert goes', () => {
    expect([opensConflict('CONFIRMED', 'DECLINED'), opensConflict('INVITED', 'DECLINED'), opensConflict('INVITED', 'CONFLICT')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
