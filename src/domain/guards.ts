import { type CardDifference, isOfWork } from './cardMatch';
import type { Facts } from './case/facts';
import { COUNTED, EMPLOYER_CONFIRMED, isIn, MEETING_HELD, PAPER_ATTACHED, SCHEDULE_APPROVED } from './case/groups';
import { portfolioProblems } from './portfolio';
import { type Problem, type ProblemCode, problem } from './problems';
import type { Form, Procedure } from './procedure/shape';
import type { Guard } from './procedure/vocabulary';
import { stepAtHand } from './schedule';

/** The named guards: each says what is missing, and an empty list means open. */

export interface GuardInput {
  procedure: Procedure;
  form: Form | null;
  facts: Facts;
  /** The term of the transition that carries the guard. */
  deadline?: string | undefined;
}

const unless = (holds: boolean, code: ProblemCode, path: string[] = []) => (holds ? [] : [problem(code, path)]);

function expertsConfirmed({ procedure, facts }: GuardInput): Problem[] {
  // At least one, whatever the file says: an empty set never passes.
  const min = Math.max(1, procedure.assessment.experts.min);
  const confirmed = facts.assignments.filter((a) => isIn(a.status, COUNTED)).length;
  const few = confirmed < min ? [problem('EXPERTS_NOT_CONFIRMED', [], { confirmed, min })] : [];
  return facts.openConflicts > 0 ? [...few, problem('CONFLICT_OPEN', [], { count: facts.openConflicts })] : few;
}

function allExpertsScored(input: GuardInput): Problem[] {
  const open = input.facts.assignments.filter((a) => isIn(a.status, COUNTED) && a.status !== 'FINAL').length;
  return [
    ...expertsConfirmed(input),
    ...(open > 0 ? [problem('EXPERTS_NOT_FINISHED', [], { open })] : []),
    ...unless(!input.facts.furtherExpertPending, 'FURTHER_EXPERT_NEEDED'),
  ];
}

const sessionOf = ({ procedure, facts }: GuardInput) => {
  const meeting = facts.meeting;
  return meeting && meeting.step === stepAtHand(procedure, facts.status) ? meeting : null;
};

const differs = ({ fieldId }: CardDifference) => problem('CARD_DIFFERS', ['field', fieldId]);

/** The card of another school or position is no card of this application, whatever its state. */
function cardConfirmed({ procedure, facts: { card } }: GuardInput): Problem[] {
  if (!card) return [problem('CARD_MISSING')];
  const ofWork = card.differences.filter((difference) => isOfWork(procedure, difference)).map(differs);
  if (ofWork.length > 0) return ofWork;
  return card.confirmed ? unless(!card.outOfBounds, 'CARD_OUT_OF_BOUNDS') : [problem('CARD_NOT_CONFIRMED')];
}

/** What the card says of the person; its school and position are `card_confirmed`'s affair. */
const cardMatches = ({ procedure, facts: { card } }: GuardInput): Problem[] =>
  (card?.differences ?? []).filter((difference) => !isOfWork(procedure, difference)).map(differs);

/** The deputy head's part: what he fills in, and his look at the whole. */
function cardChecked({ facts: { card } }: GuardInput): Problem[] {
  if (!card) return [];
  return card.unfilledBy.includes('SCHOOL_DEPUTY') ? [problem('CARD_PART_NOT_FILLED')] : unless(card.checked, 'CARD_NOT_CHECKED');
}

const CHECKS: Record<Guard, (input: GuardInput) => Problem[]> = {
  experts_confirmed: expertsConfirmed,
  all_experts_scored: allExpertsScored,
  profile_filled: ({ facts }) => unless(facts.profileFilled, 'PROFILE_NOT_FILLED'),
  card_confirmed: cardConfirmed,
  card_matches: cardMatches,
  card_checked: cardChecked,
  signed_application_uploaded: ({ facts }) => unless(facts.signedApplication, 'SIGNED_APPLICATION_MISSING'),
  coordinator_absent: ({ facts }) => unless(!facts.coordinatorActive, 'COORDINATOR_REGISTERS'),
  registration_number_assigned: ({ procedure, facts }) =>
    procedure.application.portal && !facts.portalNumber
      ? [problem('PORTAL_NUMBER_MISSING')]
      : unless(Boolean(facts.number), 'REGISTRATION_NUMBER_MISSING'),
  employer_confirmed: ({ facts: { employerConfirmation } }) =>
    unless(
      isIn(employerConfirmation ?? 'NOT_ASKED', EMPLOYER_CONFIRMED),
      employerConfirmation === 'DISPUTED' ? 'EMPLOYER_DISPUTED' : 'EMPLOYER_NOT_CONFIRMED',
    ),
  // Where the letter of the beginning comes after the day stated in the invitation, a full panel waits for that day.
  confirmation_day_past: ({ facts: { confirmationDay: day } }) =>
    !day || day.past ? [] : [problem('CONFIRMATION_DAY_AHEAD', [], { date: day.until })],
  employer_note_attached: ({ facts: { employerPaper } }) =>
    unless(
      isIn(employerPaper ?? 'NOT_NEEDED', PAPER_ATTACHED),
      employerPaper === 'RETURNED' ? 'EMPLOYER_NOTE_RETURNED' : 'EMPLOYER_NOTE_MISSING',
    ),
  portfolio_required_filled: ({ form, facts }) => portfolioProblems(form, facts),
  information_received: ({ facts }) => unless(facts.requests.asked > 0 && facts.requests.awaited.length === 0, 'INFORMATION_AWAITED'),
  period_set: ({ facts }) => unless(facts.period !== null, 'PERIOD_NOT_SET'),
  schedule_approved: ({ facts }) => unless(isIn(facts.scheduleStatus ?? 'DRAFT', SCHEDULE_APPROVED), 'SCHEDULE_NOT_APPROVED'),
  review_started: ({ facts }) => unless(facts.reviewStarted, 'REVIEW_NOT_STARTED'),
  review_reopened: ({ facts }) => unless(facts.reopened || facts.furtherExpertPending, 'REVIEW_NOT_REOPENED'),
  conclusion_attached: ({ facts }) => unless(facts.conclusionAttached, 'CONCLUSION_MISSING'),
  verdict_recorded: ({ facts }) => unless(facts.verdict !== null, 'VERDICT_NOT_RECORDED'),
  handed_over: ({ facts }) => unless(facts.handedOver, 'NOT_HANDED_OVER'),
  not_handed_over: ({ facts }) => unless(!facts.handedOver, 'ALREADY_HANDED_OVER'),
  session_set: (input) => {
    const session = sessionOf(input);
    return unless(session !== null && !isIn(session.status, MEETING_HELD), session ? 'MEETING_HELD' : 'SESSION_NOT_SET');
  },
  session_held: (input) => {
    const session = sessionOf(input);
    if (!session) return [problem('SESSION_NOT_SET')];
    return isIn(session.status, MEETING_HELD) ? [] : [problem('SESSION_NOT_HELD', [], { date: session.date })];
  },
  quorum_present: ({ facts }) => unless(facts.quorum === true, facts.quorum === null ? 'ATTENDANCE_NOT_RECORDED' : 'QUORUM_MISSING'),
  decision_recorded: ({ facts }) => unless(facts.decision !== null, 'DECISION_NOT_RECORDED'),
  decision_grants: ({ facts }) => unless(facts.decision?.outcome === 'establish', 'DECISION_NOT_GRANTING'),
  decision_refuses: ({ facts }) => unless(facts.decision?.outcome === 'refuse', 'DECISION_NOT_REFUSING'),
  order_issued: ({ facts }) => unless(Boolean(facts.order?.number && facts.order.date), 'ORDER_NOT_ISSUED'),
  withdrawal_registered: ({ facts }) => unless(facts.withdrawal === 'REGISTERED', 'WITHDRAWAL_NOT_REGISTERED'),
  warnings_sent: ({ facts, deadline }) => unless(deadline !== undefined && facts.warned.includes(deadline), 'WARNINGS_NOT_SENT'),
  never_submitted: ({ facts }) => unless(!facts.everSubmitted, 'ALREADY_SUBMITTED'),
  already_submitted: ({ facts }) => unless(facts.everSubmitted, 'NEVER_SUBMITTED'),
};

/** What keeps a guard closed; empty = open. */
export function guardProblems(guard: Guard, input: GuardInput): Problem[] {
  return CHECKS[guard](input);
}
