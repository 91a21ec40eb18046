import { describe, expect, it } from 'vitest';
import { employerAfter, employerPaperAfter } from './employer';
import { EMPLOYER_CONFIRMATION_STATUSES, EMPLOYER_PAPER_STATUSES, SHEET_STATUSES } from './procedure/vocabulary';
import { sheetAfter, sheetProblems } from './sheet';

/** Every status x every move of a small machine, written down once more by hand. */
function moves<S extends string>(statuses: readonly S[], after: (status: S) => S | null): string {
  return statuses.flatMap((s) => (after(s) ? [`${s}>${after(s)}`] : [])).join(' ');
}

describe('the school’s answer', () => {
  it.each([
    ['ask', 'NOT_ASKED>ASKED'],
    ['remind', 'ASKED>REMINDED'],
    ['confirm_employer', 'ASKED>CONFIRMED REMINDED>CONFIRMED DISPUTED>CONFIRMED ESCALATED>CONFIRMED'],
    ['dispute_employer', 'ASKED>DISPUTED REMINDED>DISPUTED CONFIRMED>DISPUTED ESCALATED>DISPUTED'],
    ['answer_dispute', 'DISPUTED>ASKED'],
    ['ask_employer_again', 'ASKED>ASKED REMINDED>ASKED DISPUTED>ASKED ESCALATED>ASKED'],
    ['escalate_employer', 'ASKED>ESCALATED REMINDED>ESCALATED DISPUTED>ESCALATED'],
    ['confirm_employer_on_paper', 'ASKED>PAPER_CONFIRMED REMINDED>PAPER_CONFIRMED DISPUTED>PAPER_CONFIRMED ESCALATED>PAPER_CONFIRMED'],
  ] as const)('%s', (move, expected) => expect(moves(EMPLOYER_CONFIRMATION_STATUSES, (s) => employerAfter(s, move))).toBe(expected));
});

describe('the school’s paper', () => {
  it.each([
    ['request', 'NOT_NEEDED>WAITING'],
    ['attach_employer_paper', 'WAITING>ATTACHED ATTACHED>ATTACHED RETURNED>ATTACHED'],
    ['accept_employer_paper', 'ATTACHED>ACCEPTED'],
    ['return_employer_paper', 'ATTACHED>RETURNED ACCEPTED>RETURNED'],
  ] as const)('%s', (move, expected) => expect(moves(EMPLOYER_PAPER_STATUSES, (s) => employerPaperAfter(s, move))).toBe(expected));
});

describe('a score sheet', () => {
  it.each([
    ['save_score', 'EMPTY>DRAFT DRAFT>DRAFT REOPENED>REOPENED'],
    ['finish_sheet', 'EMPTY>FINAL DRAFT>FINAL REOPENED>FINAL'],
    ['reopen_sheet', 'FINAL>REOPENED'],
  ] as const)('%s', (act, expected) => expect(moves(SHEET_STATUSES, (s) => sheetAfter(s, act))).toBe(expected));
  it('says that it is final, or that it is not', () => {
    expect(sheetProblems('FINAL', 'save_score')).toMatchObject([{ code: 'SHEET_FINAL' }]);
    expect(sheetProblems('DRAFT', 'reopen_sheet')).toMatchObject([{ code: 'SHEET_NOT_FINAL' }]);
  });
});
