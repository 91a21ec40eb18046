import { EMPLOYER_ASKED, EMPLOYER_UNSETTLED } from './case/groups';
import type { Procedure } from './procedure/shape';
import type { EmployerConfirmationStatus, EmployerPaperStatus, RecordAction, Role } from './procedure/vocabulary';

/** The school's part: its answer on the facts of an application, and its paper where a region wants one. Equal for all regions. */

type ConfirmationAct = Extract<
  RecordAction,
  'confirm_employer' | 'dispute_employer' | 'answer_dispute' | 'ask_employer_again' | 'escalate_employer' | 'confirm_employer_on_paper'
>;
/** Moves without a person: the request goes out, the term lapses. */
type ConfirmationTurn = 'ask' | 'remind';

const from = <To extends EmployerConfirmationStatus>(statuses: readonly EmployerConfirmationStatus[], to: To) =>
  Object.fromEntries(statuses.map((status) => [status, to])) as Partial<Record<EmployerConfirmationStatus, To>>;

const MOVES: Record<ConfirmationAct | ConfirmationTurn, Partial<Record<EmployerConfirmationStatus, EmployerConfirmationStatus>>> = {
  ask: from(['NOT_ASKED'], 'ASKED'),
  remind: from(['ASKED'], 'REMINDED'),
  // The school may mend its own answer: a dispute is no end, and neither is a confirmation while the portfolio is not sent.
  confirm_employer: from(EMPLOYER_UNSETTLED, 'CONFIRMED'),
  dispute_employer: from([...EMPLOYER_ASKED, 'CONFIRMED'], 'DISPUTED'),
  answer_dispute: from(['DISPUTED'], 'ASKED'),
  ask_employer_again: from(EMPLOYER_UNSETTLED, 'ASKED'),
  escalate_employer: from(['ASKED', 'REMINDED', 'DISPUTED'], 'ESCALATED'),
  confirm_employer_on_paper: from(EMPLOYER_UNSETTLED, 'PAPER_CONFIRMED'),
};

/** The status of the school's answer after a move, or null where there is none. */
export function employerAfter(
  status: EmployerConfirmationStatus,
  move: ConfirmationAct | ConfirmationTurn,
): EmployerConfirmationStatus | null {
  return MOVES[move][status] ?? null;
}

type PaperAct = Extract<RecordAction, 'attach_employer_paper' | 'accept_employer_paper' | 'return_employer_paper'>;

const PAPER_MOVES: Record<PaperAct | 'request', Partial<Record<EmployerPaperStatus, EmployerPaperStatus>>> = {
  request: { NOT_NEEDED: 'WAITING' },
  attach_employer_paper: { WAITING: 'ATTACHED', RETURNED: 'ATTACHED', ATTACHED: 'ATTACHED' },
  accept_employer_paper: { ATTACHED: 'ACCEPTED' },
  return_employer_paper: { ATTACHED: 'RETURNED', ACCEPTED: 'RETURNED' },
};

/** The status of the school's paper after a move, or null where there is none. */
export function employerPaperAfter(status: EmployerPaperStatus, move: PaperAct | 'request'): EmployerPaperStatus | null {
  return PAPER_MOVES[move][status] ?? null;
}

/** Roles whose signature is still wanted under what the school certifies, once these have signed; none where one answer is enough. */
export function signersLeft(procedure: Pick<Procedure, 'employerConfirmation'>, signed: readonly Role[]): Role[] {
  const signers = (procedure.employerConfirmation.signers ?? []).filter((role): role is Role => role !== 'SYSTEM');
  return signers.filter((role) => !signed.includes(role));
}
