import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES, RECORD_ACTIONS, type RecordAction, ROLES, type Role } from '../procedure/vocabulary';
import { fullFacts } from '../testing/facts';
import { madeUpRegion, smallForm } from '../testing/region';
import { openRecordActions, recordActionProblems } from './acts';
import type { AssignmentFacts, Facts } from './facts';

const offered = (changes: Partial<Facts>, role: Role, own?: AssignmentFacts) =>
  openRecordActions(madeUpRegion, smallForm, fullFacts(changes), role, own).map((o) => o.action);
const codes = (changes: Partial<Facts>, act: RecordAction, role: Role, own?: AssignmentFacts) =>
  recordActionProblems(madeUpRegion, smallForm, fullFacts(changes), act, role, own).map((p) => p.code);
const own = (status: AssignmentFacts['status'], sheet: AssignmentFacts['sheet'] = null): AssignmentFacts => ({ status, sheet });

describe('acts on the records of a case', () => {
  it('are accepted exactly when they are shown open, for every status, role and act', () => {
    for (const status of APPLICATION_STATUSES)
      for (const role of ROLES)
        for (const mine of [
          undefined,
          own('INVITED'),
          own('CONFIRMED'),
          own('SCORING', 'DRAFT'),
          own('FINAL', 'FINAL'),
          own('REPLACED', 'DRAFT'),
        ])
          for (const employerConfirmation of [null, 'ASKED', 'CONFIRMED', 'DISPUTED'] as const) {
            const facts = fullFacts({ status, employerConfirmation });
            const open = openRecordActions(madeUpRegion, smallForm, facts, role, mine).flatMap((o) =>
              o.problems.length ? [] : [o.action],
            );
            const accepted = RECORD_ACTIONS.filter(
              (act) => recordActionProblems(madeUpRegion, smallForm, facts, act, role, mine).length === 0,
            );
            expect(open.sort(), `${status} ${role}`).toEqual([...accepted].sort());
          }
  });

  it.each<[string, Partial<Facts>, Role, AssignmentFacts | undefined, RecordAction[]]>([
    ['the teacher fills in a draft', { status: 'DRAFT' }, 'TEACHER', undefined, ['edit_application']],
    [
      'and the portfolio while it may grow',
      { status: 'REGISTERED', withdrawal: null },
      'TEACHER',
      undefined,
      ['edit_portfolio', 'form_withdrawal'],
    ],
    [
      'the school answers',
      { status: 'REGISTERED', employerConfirmation: 'ASKED' },
      'SCHOOL_HEAD',
      undefined,
      ['confirm_employer', 'dispute_employer'],
    ],
    ['and mends a dispute', { status: 'REGISTERED', employerConfirmation: 'DISPUTED' }, 'SCHOOL_HEAD', undefined, ['confirm_employer']],
    ['and a confirmation, until the portfolio is sent', { status: 'REGISTERED' }, 'SCHOOL_HEAD', undefined, ['dispute_employer']],
    ['not afterwards', { status: 'READY', portfolio: { status: 'SENT', pending: [], filled: {} } }, 'SCHOOL_HEAD', undefined, []],
    ['nobody answers for a draft', { status: 'DRAFT', employerConfirmation: 'ASKED' }, 'SCHOOL_HEAD', undefined, []],
    [
      'the coordinator registers a withdrawal that was sent',
      { status: 'REGISTERED', withdrawal: 'SENT' },
      'COORDINATOR',
      undefined,
      ['register_withdrawal', 'decline_withdrawal'],
    ],
    [
      'the expert confirms, declines or declares a conflict',
      { status: 'READY' },
      'EXPERT',
      own('INVITED'),
      ['confirm_participation', 'decline_assignment', 'declare_conflict'],
    ],
    [
      'and scores while the review is open',
      { status: 'EXPERTISE' },
      'EXPERT',
      own('SCORING', 'DRAFT'),
      ['decline_assignment', 'declare_conflict', 'save_score', 'finish_sheet'],
    ],
    ['nothing once his sheet is final', { status: 'EXPERTISE' }, 'EXPERT', own('FINAL', 'FINAL'), []],
    ['nothing once he was replaced', { status: 'EXPERTISE' }, 'EXPERT', own('REPLACED', 'DRAFT'), []],
    ['an end is an end', { status: 'GRANTED' }, 'OPERATOR', undefined, []],
  ])('%s', (_, changes, role, mine, expected) => expect(offered(changes, role, mine)).toEqual(expected));

  it('says why a sheet cannot be touched', () => {
    expect(codes({ status: 'EXPERTISE' }, 'save_score', 'EXPERT', own('FINAL', 'FINAL'))).toEqual(['SHEET_FINAL']);
    expect(codes({ status: 'EXPERTISE' }, 'save_score', 'EXPERT', own('REPLACED', 'DRAFT'))).toEqual(['ASSIGNMENT_CLOSED']);
    expect(codes({ status: 'READY' }, 'save_score', 'EXPERT', own('CONFIRMED'))).toEqual(['WRONG_STATUS']);
    expect(codes({ status: 'EXPERTISE' }, 'save_score', 'OPERATOR')).toEqual(['NOT_YOUR_MOVE']);
  });
  it('shows the appointment closed when the panel is full', () => {
    const full: Facts['assignments'] = Array.from({ length: 4 }, () => own('CONFIRMED'));
    expect(codes({ status: 'READY', assignments: full }, 'appoint_experts', 'COORDINATOR')).toEqual(['TOO_MANY_EXPERTS']);
  });
});
