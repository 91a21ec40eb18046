import { describe, expect, it } from 'vitest';
import { publishedProcedure } from '@/procedures/testing/published';
import { ACTIONS, type Action } from '../procedure/vocabulary';
import { declines, leadsAside, leadsOnward, mayLeadBack } from './actTable';
import { emptyFacts, type Facts } from './facts';
import { whoseMove } from './moves';

const movesOf = (region: string, changes: Partial<Facts>) => {
  const procedure = publishedProcedure(region);
  return whoseMove(procedure, procedure.forms[0] ?? null, { ...emptyFacts(), everSubmitted: true, ...changes }).map(
    ({ action, movers }) => `${action}: ${movers.map(({ role, seat }) => (seat === null ? role : `${role} ${seat}`)).join(', ')}`,
  );
};

describe('whose move it is', () => {
  it('is the school’s as long as it is asked, also where no way of the case waits for its word', () => {
    const silent = { status: 'EXPERTISE', employerConfirmation: 'REMINDED' } as const;
    expect(movesOf('samara', silent)).toContain('confirm_employer: SCHOOL_HEAD');
    expect(movesOf('samara', { ...silent, employerConfirmation: 'CONFIRMED' }).join()).not.toContain('confirm_employer');
    expect(movesOf('sverdlovsk', { status: 'EXPERTISE', employerPaper: 'RETURNED' })).toContain(
      'attach_employer_paper: SCHOOL_COORDINATOR',
    );
  });

  it('is nobody’s before it can be done: a schedule without experts, a meeting whose day is to come', () => {
    const scheduled = { status: 'PREPARATION', period: '2026-p1', scheduleStatus: 'DRAFT' } as const;
    const two: Facts['assignments'] = [
      { status: 'CONFIRMED', sheet: null },
      { status: 'CONFIRMED', sheet: null },
    ];
    expect(movesOf('tomsk', scheduled)).toEqual(['appoint_experts: COORDINATOR, OPERATOR', 'approve_schedule_edition: ']);
    expect(movesOf('tomsk', { ...scheduled, assignments: two })).toEqual(['approve_schedule_edition: COORDINATOR, OPERATOR']);
    const meeting = { step: 'admission', date: '2026-12-28', status: 'PLANNED' } as const;
    expect(movesOf('samara', { status: 'REGISTERED', meeting, today: '2026-12-27' })).toEqual(['hold_meeting: ']);
    expect(movesOf('samara', { status: 'REGISTERED', meeting, today: '2026-12-28' })).toEqual(['hold_meeting: SECRETARY']);
  });

  it('is the operator’s who may go on without the answers', () => {
    const asked = { status: 'AWAITING_INFO', requests: { asked: 1, awaited: ['TEACHER'] } } as const;
    expect(movesOf('irkutsk', { ...asked, requests: { asked: 1, awaited: ['TEACHER'] } })).toEqual([
      'answer_information: TEACHER',
      'resume_review: OPERATOR',
    ]);
  });

  it('names the expert by his place, and appoints only while too few are asked', () => {
    const [invited, confirmed] = [
      { status: 'INVITED', sheet: null },
      { status: 'CONFIRMED', sheet: null },
    ] as const;
    const panel = (assignments: Facts['assignments']) =>
      movesOf('sverdlovsk', { status: 'PREPARATION', employerPaper: 'ATTACHED', assignments });
    expect(panel([confirmed, invited, invited])).toEqual(['confirm_participation: EXPERT 1, EXPERT 2']);
    expect(panel([confirmed, invited])).toEqual(['confirm_participation: EXPERT 1', 'appoint_experts: WORKING_GROUP']);
    expect(
      movesOf('samara', {
        status: 'EXPERTISE',
        assignments: [
          { status: 'FINAL', sheet: 'FINAL' },
          { status: 'SCORING', sheet: 'DRAFT' },
        ],
      }),
    ).toEqual(['finish_sheet: EXPERT 1']);
  });
});

describe('where an act leads', () => {
  const those = (is: (act: Action) => boolean) => ACTIONS.filter(is);
  it('is said once for whoever waits, walks, draws and lays out', () => {
    expect(those((act) => !leadsOnward(act))).toEqual([
      'return_for_correction',
      'refuse_intake',
      'request_information',
      'reopen_review',
      'verify',
      'withdraw',
      'expire',
      'archive',
      'appeal',
    ]);
    expect(those((act) => leadsOnward(act) && mayLeadBack(act))).toEqual(['resubmit', 'resume_review', 'restore']);
    expect(those(leadsAside)).toEqual(['return_for_correction', 'request_information', 'reopen_review', 'expire', 'appeal']);
    expect(those(declines)).toEqual(['return_for_correction', 'refuse_intake']);
  });
});
