import { signersLeft } from '../employer';
import type { Problem, ProblemCode } from '../problems';
import type { Form, Procedure, Transition } from '../procedure/shape';
import type { Action, DomainEvent, RecordAction, Role } from '../procedure/vocabulary';
import { schedulersOf } from '../schedule';
import { givesPoints } from '../scoring';
import { openActions, waysOf } from '../workflow';
import type { Facts } from './facts';

/** Whose move it is: derived from the ways that lead on and from what keeps them closed. */

export interface NextMove {
  roles: Role[];
  action: Action | RecordAction;
  /** The term that waits for it, when the procedure has one. */
  deadlineId: string | null;
}

/** Acts that lead a case aside or back; nobody waits for them. */
const ASIDE: readonly Action[] = [
  'withdraw',
  'return_for_correction',
  'refuse_intake',
  'expire',
  'archive',
  'reopen_review',
  'request_information',
  'appeal',
  'verify',
];

/** Who can open a gate, with what act, and the event that act leads to (a term met by it is the move's term). */
type Opener = (procedure: Procedure, facts: Facts) => Opening | Opening[] | null;
interface Opening {
  roles: readonly (Role | 'SYSTEM' | undefined)[];
  action: Action | RecordAction;
  event?: DomainEvent;
}

const appointment: Opener = (p, facts) =>
  facts.assignments.some((a) => a.status === 'INVITED')
    ? { roles: ['EXPERT'], action: 'confirm_participation', event: 'expert.confirmed' }
    : {
        roles: [p.assessment.experts.selectedBy, p.assessment.experts.fallbackSelectedBy],
        action: 'appoint_experts',
        event: 'review.opened',
      };
/** Who still has to sign; where one answer is enough, whoever may give it. */
const answerers = (p: Procedure, facts: Facts) =>
  p.employerConfirmation.signers ? signersLeft(p, facts.employerSignatures) : (p.employerConfirmation.answeredBy ?? []);
const actorsOf = (p: Procedure, action: Action) => p.transitions.filter((t) => t.action === action).map((t) => t.actor);
const information: Opener = (p, facts) => ({
  roles: facts.requests.awaited.flatMap((addressee) =>
    addressee === 'TEACHER'
      ? (['TEACHER'] as const)
      : addressee === 'EMPLOYER'
        ? (p.employerConfirmation.answeredBy ?? [])
        : actorsOf(p, 'request_information'),
  ),
  action: 'answer_information',
  event: 'information.received',
});
const employerNote: Opener = (p) => ({
  roles: p.employerConfirmation.answeredBy ?? [],
  action: 'attach_employer_paper',
  event: 'employer.confirmed',
});
const teacher =
  (action: Action | RecordAction, event?: DomainEvent): Opener =>
  () => ({ roles: ['TEACHER'], action, ...(event ? { event } : {}) });
const school = (p: Procedure, role: Role, action: RecordAction) => ({ roles: p.roles.map((r) => r.key).filter((r) => r === role), action });
const secretary =
  (action: Action | RecordAction): Opener =>
  () => ({ roles: ['SECRETARY'], action });

const OPENERS: Partial<Record<ProblemCode, Opener>> = {
  EMPLOYER_NOT_CONFIRMED: (p, facts) => ({ roles: answerers(p, facts), action: 'confirm_employer', event: 'employer.confirmed' }),
  // The teacher corrects what the school marked; the operator may ask another school.
  EMPLOYER_DISPUTED: () => [
    { roles: ['TEACHER'], action: 'answer_dispute', event: 'employer.confirmation_requested' },
    { roles: ['OPERATOR'], action: 'ask_employer_again' },
  ],
  EMPLOYER_NOTE_MISSING: employerNote,
  EMPLOYER_NOTE_RETURNED: employerNote,
  PORTFOLIO_INCOMPLETE: teacher('submit_portfolio', 'portfolio.sent'),
  UPLOAD_PENDING: teacher('submit_portfolio', 'portfolio.sent'),
  EXPERTS_NOT_CONFIRMED: appointment,
  FURTHER_EXPERT_NEEDED: appointment,
  CONFLICT_OPEN: (p) => ({ roles: [p.assessment.experts.selectedBy], action: 'appoint_experts' }),
  EXPERTS_NOT_FINISHED: () => ({ roles: ['EXPERT'], action: 'finish_sheet', event: 'review.completed' }),
  // Where there is no sheet to open the day begins the review.
  REVIEW_NOT_STARTED: (p) => (givesPoints(p) ? { roles: ['EXPERT'], action: 'start_scoring' } : null),
  SESSION_NOT_HELD: secretary('hold_meeting'),
  SESSION_NOT_SET: secretary('plan_meeting'),
  MEETING_HELD: secretary('plan_meeting'),
  ATTENDANCE_NOT_RECORDED: secretary('hold_meeting'),
  QUORUM_MISSING: secretary('hold_meeting'),
  CONCLUSION_MISSING: () => ({ roles: ['EXPERT'], action: 'attach_conclusion', event: 'review.completed' }),
  VERDICT_NOT_RECORDED: (p) => ({ roles: actorsOf(p, 'verify'), action: 'verify' }),
  // Before the verdict there is nothing to pass on.
  NOT_HANDED_OVER: (p, facts) =>
    facts.verdict === null ? null : { roles: [p.assessment.handover?.by], action: 'hand_over', event: 'conclusion.handed_over' },
  INFORMATION_AWAITED: information,
  PROFILE_NOT_FILLED: teacher('edit_application'),
  CARD_MISSING: (p) => school(p, 'SCHOOL_HR', 'confirm_card'),
  // The officer cannot confirm a card of which only another's part is empty: it is not his move yet.
  CARD_NOT_CONFIRMED: (p, { card }) =>
    card?.unfilledBy.length && !card.unfilledBy.includes('SCHOOL_HR') ? null : school(p, 'SCHOOL_HR', 'confirm_card'),
  CARD_OUT_OF_BOUNDS: (p) => school(p, 'SCHOOL_HR', 'confirm_card'),
  CARD_PART_NOT_FILLED: (p) => school(p, 'SCHOOL_DEPUTY', 'check_card'),
  CARD_NOT_CHECKED: (p) => school(p, 'SCHOOL_DEPUTY', 'check_card'),
  CARD_DIFFERS: (p, { card }) =>
    card?.reported ? school(p, 'SCHOOL_HR', 'answer_card_report') : { roles: ['TEACHER'], action: 'report_card' },
  SIGNED_APPLICATION_MISSING: teacher('attach_signed_application'),
  PORTAL_NUMBER_MISSING: (p) => ({ roles: [p.application.portal?.recordedBy], action: 'record_portal_number' }),
  PERIOD_NOT_SET: (p) => ({ roles: schedulersOf(p), action: 'set_period' }),
  SCHEDULE_NOT_APPROVED: (p) => ({ roles: schedulersOf(p), action: 'approve_schedule_edition' }),
  WITHDRAWAL_NOT_REGISTERED: () => null,
};
/** Gates that say "another way is meant": such a transition is nobody's move. */
const OTHER_WAY: readonly ProblemCode[] = [
  'DECISION_NOT_GRANTING',
  'DECISION_NOT_REFUSING',
  'ALREADY_SUBMITTED',
  'NEVER_SUBMITTED',
  'COORDINATOR_REGISTERS',
];

/** The moves a case waits for, the actor of the next stage first; empty when the case has ended. */
export function whoseMove(procedure: Procedure, form: Form | null, facts: Facts): NextMove[] {
  const moves: NextMove[] = [];
  const add = (actors: readonly (Role | 'SYSTEM' | undefined)[], action: Action | RecordAction, deadlineId: string | null) => {
    const roles = [...new Set(actors)].filter((r): r is Role => r !== undefined && r !== 'SYSTEM');
    const known = moves.find((m) => m.action === action);
    // The same act may be another role's as well.
    if (known) known.roles = [...new Set([...known.roles, ...roles])];
    else if (roles.length > 0) moves.push({ roles, action, deadlineId });
  };
  for (const way of onward(procedure, facts)) {
    // Nobody waits for a coordinator that the municipality does not have: who stands in for him moves.
    if (way.actor === 'COORDINATOR' && !facts.coordinatorActive) continue;
    // The session that an act in the same status sets is set: it may be changed, nobody waits for that.
    if (way.records === 'session' && facts.meeting) continue;
    const problems = openActions(procedure, form, facts, way.actor).find((o) => o.action === way.action)?.problems ?? [];
    if (problems.some((p) => OTHER_WAY.includes(p.code))) continue;
    const openers = openersOf(problems, procedure, facts);
    if (openers.length === 0) add([way.actor], way.action, termOf(procedure, facts, way));
    // The opener that is the way itself comes first: the teacher fills his portfolio while the school is asked.
    for (const opener of [...openers].sort((a, b) => Number(b.action === way.action) - Number(a.action === way.action))) {
      const own = opener.action === way.action || !opener.event;
      add(opener.roles, opener.action, own ? termOf(procedure, facts, way) : metBy(procedure, opener.event));
    }
  }
  return moves;
}

function onward(procedure: Procedure, facts: Facts): Transition[] {
  const actors = [...new Set(procedure.transitions.filter((t) => t.from === facts.status).map((t) => t.actor))];
  const ways = actors.flatMap((actor) => waysOf(procedure, facts, actor));
  return ways.filter((t) => !ASIDE.includes(t.action)).sort((a, b) => procedure.transitions.indexOf(a) - procedure.transitions.indexOf(b));
}

function openersOf(problems: Problem[], procedure: Procedure, facts: Facts) {
  return problems.flatMap((p) => {
    return OPENERS[p.code]?.(procedure, facts) ?? [];
  });
}

const EVENT_OF: Partial<Record<Action, DomainEvent>> = {
  submit: 'application.submitted',
  resubmit: 'application.resubmitted',
  accept: 'application.accepted',
  admit: 'application.admitted',
  submit_portfolio: 'portfolio.sent',
  put_on_agenda: 'decision.recorded',
  record_decision: 'decision.recorded',
  grant: 'decision.published',
  refuse: 'decision.published',
};

/** The term of a way: the one that ends this status, else the one its event meets. */
function termOf(procedure: Procedure, facts: Facts, way: Transition): string | null {
  const locking = procedure.transitions.find((t) => t.from === facts.status && t.deadline)?.deadline;
  return (way.actor === 'TEACHER' && locking) || metBy(procedure, EVENT_OF[way.action]);
}

function metBy(procedure: Procedure, event: DomainEvent | undefined): string | null {
  return procedure.deadlines.find((term) => event && term.metBy?.includes(event))?.id ?? null;
}
