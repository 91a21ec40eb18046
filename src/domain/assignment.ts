import { COUNTED, isIn, MAY_RETURN, SEATED } from './case/groups';
import { type Problem, problem } from './problems';
import type { Procedure } from './procedure/shape';
import type { AssignmentStatus, RecordAction, Role } from './procedure/vocabulary';

/** One expert on one case: who may be appointed, and how an assignment moves. An expert who is lost changes his assignment, never the case. */

type AssignmentAct = Extract<
  RecordAction,
  'confirm_participation' | 'decline_assignment' | 'declare_conflict' | 'replace_expert' | 'start_scoring' | 'finish_sheet' | 'reopen_sheet'
>;
/** Moves that nobody presses: a term that lapsed, a panel that is full, a place in the reserve that is called, a joint conclusion that came or went back. */
type AssignmentTurn = 'lapse' | 'release' | 'invite' | 'conclude' | 'return_conclusion';

const MOVES: Record<AssignmentAct | AssignmentTurn, Partial<Record<AssignmentStatus, AssignmentStatus>>> = {
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

/** The status after a move, or null where there is none. */
export function assignmentAfter(status: AssignmentStatus, move: AssignmentAct | AssignmentTurn): AssignmentStatus | null {
  return MOVES[move][status] ?? null;
}

/**
 * The statuses of freshly appointed experts, in their order: confirmed at once where nobody is asked. Else as many are invited as the panel
 * has seats and the rest waits in the reserve; where the first to confirm fill the panel, all are invited until it is full.
 */
export function seatsFor(procedure: Procedure, present: readonly AssignmentStatus[], count: number): AssignmentStatus[] {
  const { invitation, firstComeFirstServed, max } = procedure.assessment.experts;
  const free = max - present.filter((status) => isIn(status, SEATED)).length;
  const open = firstComeFirstServed ? !panelFull(procedure, present) : undefined;
  return Array.from({ length: count }, (_, k) => (!invitation ? 'CONFIRMED' : (open ?? k < free) ? 'INVITED' : 'RESERVE'));
}

/** Whether the panel has all the experts it may have: who is still only invited is then not needed any more. */
export function panelFull(procedure: Procedure, statuses: readonly AssignmentStatus[]): boolean {
  return statuses.filter((status) => isIn(status, COUNTED)).length >= procedure.assessment.experts.max;
}

export interface Person {
  accountId: string;
  organisationId: string | null;
  municipalityId: string | null;
}
export interface Candidate extends Person {
  expertId: string;
  active: boolean;
}
export interface Appointment {
  expertId: string;
  status: AssignmentStatus;
}

/** Whether a role may appoint only experts of the teacher's municipality: whoever appoints where none fits may look further. */
export function boundToMunicipality(procedure: Procedure, role: Role): boolean {
  const { sameMunicipalityOnly, selectedBy, fallbackSelectedBy } = procedure.assessment.experts;
  return sameMunicipalityOnly && (role === selectedBy || role !== fallbackSelectedBy);
}

/** Why an expert may not be appointed to a case by a role; empty = may be. Who left the case does not come back to it. */
export function candidateProblems(
  procedure: Procedure,
  teacher: Person,
  candidate: Candidate,
  appointed: readonly Appointment[],
  by: Role,
): Problem[] {
  const rules = procedure.assessment.experts;
  const path = ['expert', candidate.expertId];
  if (!candidate.active) return [problem('EXPERT_INACTIVE', path)];
  if (candidate.accountId === teacher.accountId) return [problem('SAME_PERSON', path)];
  if (appointed.some((a) => a.expertId === candidate.expertId && !isIn(a.status, MAY_RETURN))) return [problem('ALREADY_ASSIGNED', path)];
  if (rules.excludeSameOrganisation && teacher.organisationId !== null && candidate.organisationId === teacher.organisationId)
    return [problem('SAME_ORGANISATION', path)];
  if (boundToMunicipality(procedure, by) && candidate.municipalityId !== teacher.municipalityId)
    return [problem('OTHER_MUNICIPALITY', path)];
  return [];
}

/** How many more experts may be appointed: the panel and, with invitations, the reserve. */
export function placesLeft(procedure: Procedure, statuses: readonly AssignmentStatus[]): number {
  const { max, reserve } = procedure.assessment.experts;
  const taken = statuses.filter((s) => isIn(s, SEATED) || s === 'RESERVE').length;
  return Math.max(0, max + reserve - taken);
}

/** What keeps a number of experts from being appointed. */
export function appointProblems(procedure: Procedure, statuses: readonly AssignmentStatus[], count: number): Problem[] {
  const room = placesLeft(procedure, statuses);
  if (count < 1) return [problem('REQUIRED', ['input', 'experts'])];
  return count > room ? [problem('TOO_MANY_EXPERTS', ['input', 'experts'], { room, max: procedure.assessment.experts.max })] : [];
}

/** The place in the reserve to invite next: the one that has waited longest, when a seat of the panel is free. */
export function nextFromReserve<A extends Appointment>(procedure: Procedure, appointed: readonly A[]): A | null {
  const seated = appointed.filter((a) => isIn(a.status, SEATED)).length;
  return seated < procedure.assessment.experts.max ? (appointed.find((a) => a.status === 'RESERVE') ?? null) : null;
}

/** Whether losing this expert leaves something to answer: he had been counted, so another is needed or a reason why not. */
export function opensConflict(before: AssignmentStatus, after: AssignmentStatus): boolean {
  return after === 'CONFLICT' || (after === 'DECLINED' && isIn(before, COUNTED));
}
