import { describe, expect, it } from 'vitest';
import type { Facts } from './case/facts';
import type { ProblemCode } from './problems';
import type { Action, ActorRole } from './procedure/vocabulary';
import { ANSWERS, as, fullFacts, fullInput, NOW } from './testing/facts';
import { emptyPanelNeverPasses, neverStuck, openIffAccepted, strangerIsRefused, walksStayInside } from './testing/laws';
import { madeUpRegion, smallForm } from './testing/region';
import { decide, openActions, SYSTEM, systemMove } from './workflow';

const act = (facts: Facts, action: Action, role: ActorRole, input = fullInput(null)) =>
  decide(madeUpRegion, smallForm, facts, action, role === SYSTEM ? SYSTEM : as(role), NOW, input);
const codes = (facts: Facts, action: Action, role: ActorRole, input = fullInput(null)): ProblemCode[] => {
  const verdict = act(facts, action, role, input);
  return verdict.ok ? [] : verdict.problems.map((p) => p.code);
};

describe('the made-up region keeps the laws of the workflow', () => {
  it('accepts exactly what it shows open', () => openIffAccepted(madeUpRegion, 300));
  it('refuses a stranger everything', () => strangerIsRefused(madeUpRegion, 500));
  it('never leaves its own statuses, and the system comes to rest', () => walksStayInside(madeUpRegion, 100));
  it('leaves nobody stuck, whatever was done and whatever lapsed', () => neverStuck(madeUpRegion, 150));
  it('never lets an empty panel pass', () => emptyPanelNeverPasses(madeUpRegion, 300));
});

describe('decide', () => {
  const ways: [string, Partial<Facts>, Action, ActorRole, string | ProblemCode[]][] = [
    ['sends a complete draft', { status: 'DRAFT' }, 'submit', 'TEACHER', 'SUBMITTED'],
    ['refuses an empty required field', { status: 'DRAFT', values: { ...ANSWERS, last_name: '' } }, 'submit', 'TEACHER', ['REQUIRED']],
    [
      'refuses a second open application',
      { status: 'DRAFT', otherOpenForPosition: true },
      'submit',
      'TEACHER',
      ['OPEN_APPLICATION_EXISTS'],
    ],
    ['refuses an act of another status', { status: 'READY' }, 'submit', 'TEACHER', ['WRONG_STATUS']],
    ['refuses an act of another role', { status: 'DRAFT' }, 'submit', 'OPERATOR', ['NOT_YOUR_MOVE']],
    ['lets the coordinator register', { status: 'SUBMITTED' }, 'register', 'COORDINATOR', 'REGISTERED'],
    [
      'not what the form excludes',
      { status: 'SUBMITTED', values: { ...ANSWERS, attestation_form: 'remote' } },
      'register',
      'COORDINATOR',
      ['NOT_YOUR_MOVE'],
    ],
    [
      'that is the operator’s',
      { status: 'SUBMITTED', values: { ...ANSWERS, attestation_form: 'remote' } },
      'register',
      'OPERATOR',
      'REGISTERED',
    ],
    ['keeps a term running', { status: 'RETURNED' }, 'refuse_intake', SYSTEM, ['TERM_RUNNING']],
    ['acts when it has lapsed', { status: 'RETURNED', lapsed: ['correction'] }, 'refuse_intake', SYSTEM, 'INTAKE_REFUSED'],
    ['locks only after its warnings', { status: 'REGISTERED', lapsed: ['folder'] }, 'expire', SYSTEM, ['WARNINGS_NOT_SENT']],
    ['locks with them', { status: 'REGISTERED', lapsed: ['folder'], warned: ['folder'] }, 'expire', SYSTEM, 'EXPIRED'],
    [
      'keeps a portfolio with an upload under way',
      { status: 'REGISTERED', portfolio: { status: 'DRAFT', pending: ['report'], filled: { table: 1, talks: 1 } } },
      'submit_portfolio',
      'TEACHER',
      ['UPLOAD_PENDING'],
    ],
    ['opens no review with an open conflict', { status: 'READY', openConflicts: 1 }, 'open_review', SYSTEM, ['CONFLICT_OPEN']],
    [
      'opens no review without the school',
      { status: 'READY', employerConfirmation: 'DISPUTED' },
      'open_review',
      SYSTEM,
      ['EMPLOYER_DISPUTED'],
    ],
    ['takes a confirmation on paper', { status: 'READY', employerConfirmation: 'PAPER_CONFIRMED' }, 'open_review', SYSTEM, 'EXPERTISE'],
    [
      'needs every counted sheet',
      {
        status: 'EXPERTISE',
        assignments: [
          { status: 'FINAL', sheet: 'FINAL' },
          { status: 'SCORING', sheet: 'DRAFT' },
        ],
      },
      'complete_review',
      SYSTEM,
      ['EXPERTS_NOT_FINISHED'],
    ],
    [
      'counts nobody who left',
      {
        status: 'EXPERTISE',
        assignments: [
          { status: 'FINAL', sheet: 'FINAL' },
          { status: 'REPLACED', sheet: 'FINAL' },
        ],
      },
      'complete_review',
      SYSTEM,
      ['EXPERTS_NOT_CONFIRMED'],
    ],
    [
      'waits for a further expert',
      { status: 'EXPERTISE', furtherExpertPending: true },
      'complete_review',
      SYSTEM,
      ['FURTHER_EXPERT_NEEDED'],
    ],
    [
      'records a vote only of a held session',
      { status: 'MEETING_SET', quorum: true, meeting: { step: 'final', date: '2026-12-28', status: 'PLANNED' } },
      'record_decision',
      'SECRETARY',
      ['SESSION_NOT_HELD'],
    ],
    [
      'and of a quorum',
      { status: 'MEETING_SET', quorum: false, meeting: { step: 'final', date: '2026-11-20', status: 'HELD' } },
      'record_decision',
      'SECRETARY',
      ['QUORUM_MISSING'],
    ],
    ['grants what was decided so', { status: 'DECIDED', decision: { outcome: 'establish' } }, 'grant', 'SECRETARY', 'GRANTED'],
    ['and nothing else', { status: 'DECIDED', decision: { outcome: 'refuse' } }, 'grant', 'SECRETARY', ['DECISION_NOT_GRANTING']],
    ['withdraws when the withdrawal is registered', { status: 'REGISTERED', withdrawal: 'REGISTERED' }, 'withdraw', SYSTEM, 'WITHDRAWN'],
    ['not while it is on its way', { status: 'REGISTERED', withdrawal: 'SENT' }, 'withdraw', SYSTEM, ['WITHDRAWAL_NOT_REGISTERED']],
  ];
  it.each(ways)('%s', (_, changes, action, role, expected) => {
    const verdict = act(fullFacts(changes), action, role);
    expect(verdict.ok ? verdict.to : verdict.problems.map((p) => p.code)).toEqual(expected);
  });

  it('asks for a reason of the list, in words, and never a forbidden one', () => {
    const facts = fullFacts({ status: 'SUBMITTED' });
    const refuse = (id: string | null, text: string) => codes(facts, 'refuse_intake', 'OPERATOR', { reason: { id, text } });
    expect(refuse(null, 'Совсем не подходит, увы')).toEqual(['REASON_REQUIRED']);
    expect(refuse('not_teaching', 'Нет')).toEqual(['REASON_REQUIRED']);
    expect(refuse('made_up', 'Совсем не подходит, увы')).toEqual(['REASON_NOT_ALLOWED']);
    expect(refuse('not_teaching', 'Была в отпуске по уходу за ребёнком')).toEqual(['REASON_FORBIDDEN']);
    expect(refuse('not_teaching', 'Должность не относится к педагогическим')).toEqual([]);
  });

  it('wants a new day after today to open an expired case again', () => {
    const facts = fullFacts({ status: 'EXPIRED' });
    expect(codes(facts, 'restore', 'OPERATOR', {})).toEqual(['REQUIRED']);
    expect(codes(facts, 'restore', 'OPERATOR', { until: '2026-11-24' })).toEqual(['DATE_IN_PAST']);
    expect(codes(facts, 'restore', 'OPERATOR', { until: '2026-11-25' })).toEqual([]);
  });

  it('opens a finished review again only with a reason', () => {
    const facts = fullFacts({ status: 'EXPERTISE_DONE' });
    expect(codes(facts, 'reopen_review', 'COORDINATOR', {})).toEqual(['REVIEW_NOT_REOPENED', 'REASON_REQUIRED']);
    expect(codes(facts, 'reopen_review', 'COORDINATOR', { reason: { id: null, text: 'Опечатка в листе' } })).toEqual([]);
  });

  it('takes a session of another step for none', () => {
    const facts = fullFacts({ status: 'MEETING_SET', quorum: true, meeting: { step: 'admission', date: '2026-11-20', status: 'HELD' } });
    expect(codes(facts, 'record_decision', 'SECRETARY')).toEqual(['SESSION_NOT_SET']);
  });

  it('shows an act open when only its own input is missing', () => {
    const open = openActions(madeUpRegion, smallForm, fullFacts({ status: 'EXPERTISE_DONE' }), 'SECRETARY');
    expect(open).toEqual([{ action: 'put_on_agenda', problems: [], final: false }]);
    expect(codes(fullFacts({ status: 'EXPERTISE_DONE' }), 'put_on_agenda', 'SECRETARY', {})).toEqual(['SESSION_NOT_SET']);
  });
});

describe('what follows from an act', () => {
  it('asks the school when the procedure says so, and starts no clock too early', () => {
    const verdict = act(fullFacts({ status: 'DRAFT', employerConfirmation: null }), 'submit', 'TEACHER');
    expect(verdict.ok && verdict.events).toEqual([
      'application.submitted',
      'employer.confirmation_requested',
      'application.status_changed',
    ]);
  });
  it('sends and locks the portfolio and starts the attestation', () => {
    const verdict = act(fullFacts({ status: 'REGISTERED' }), 'submit_portfolio', 'TEACHER');
    expect(verdict.ok && verdict.portfolio).toBe('SENT');
    expect(verdict.ok && verdict.events).toEqual(['portfolio.sent', 'attestation.started', 'application.status_changed']);
  });
  it('moves by itself as far as the gates are open', () => {
    expect(systemMove(madeUpRegion, smallForm, fullFacts({ status: 'READY' }))?.to).toBe('EXPERTISE');
    expect(systemMove(madeUpRegion, smallForm, fullFacts({ status: 'READY', assignments: [] }))).toBeNull();
  });
});
