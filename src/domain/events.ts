import type { Facts } from './case/facts';
import type { Procedure, Transition } from './procedure/shape';
import { type Action, type ApplicationStatus, type DomainEvent, isClosed } from './procedure/vocabulary';
import { opensScheduleRow } from './schedule';

type EventParts = 'transitions' | 'employerConfirmation' | 'periods';

/** What an act of the application tells the world: letters, terms and the timeline hang on these. */
const EVENTS_OF: Record<Action, readonly DomainEvent[]> = {
  submit: ['application.submitted'],
  register: ['application.registered'],
  resubmit: ['application.resubmitted'],
  return_for_correction: ['application.returned'],
  accept: ['application.accepted'],
  admit: ['application.admitted'],
  refuse_intake: ['application.intake_refused'],
  request_information: ['information.requested'],
  resume_review: ['information.received'],
  schedule: ['application.scheduled'],
  send_simplified: ['session.scheduled'],
  submit_portfolio: ['portfolio.sent'],
  approve_schedule: ['schedule.approved'],
  send_to_review: [],
  open_review: ['review.opened', 'expert.review_opened'],
  complete_review: ['review.completed'],
  reopen_review: ['review.reopened'],
  sign_conclusion: ['conclusion.signed'],
  verify: [],
  seek_session: [],
  put_on_agenda: ['session.scheduled'],
  open_session: [],
  record_decision: ['decision.recorded'],
  grant: ['decision.published'],
  refuse: ['decision.published'],
  withdraw: ['application.withdrawn', 'employer.released', 'expert.released'],
  expire: ['application.expired'],
  restore: ['application.restored'],
  archive: [],
  appeal: [],
  uphold_appeal: [],
  reject_appeal: ['decision.published'],
};

/** Events that nothing tells but a transition; the others come from records beside the application, accounts or the calendar. */
export const ONLY_BY_TRANSITIONS: ReadonlySet<DomainEvent> = new Set<DomainEvent>([
  ...Object.values(EVENTS_OF).flat(),
  'attestation.started',
  'application.closed',
  'employer.note_requested',
  'employer.confirmation_requested',
]);

/** Everything that the transitions of a procedure can tell. */
export function eventsOfTransitions(procedure: Pick<Procedure, EventParts>): ReadonlySet<DomainEvent> {
  const facts = { number: null, employerConfirmation: 'NOT_ASKED' } as const;
  return new Set(procedure.transitions.flatMap((transition) => eventsOf(procedure, transition, facts)));
}

const ATTESTATION: readonly ApplicationStatus[] = ['READY', 'EXPERTISE', 'EXPERTISE_DONE', 'CONCLUSION_SIGNED', 'MEETING_SET'];

/** The events of one transition, in the order in which they are to be handled. */
export function eventsOf(
  procedure: Pick<Procedure, EventParts>,
  transition: Transition,
  facts: Pick<Facts, 'number' | 'employerConfirmation'>,
): DomainEvent[] {
  const events = [...EVENTS_OF[transition.action]];
  const add = (event: DomainEvent) => void (events.includes(event) || events.push(event));
  const registers = transition.to === 'REGISTERED' && (transition.action === 'submit' || transition.action === 'resubmit');
  if (registers && facts.number === null) add('application.registered');
  if (opensScheduleRow(procedure, transition)) add('application.scheduled');
  if (transition.requests) add('information.requested');
  // 60 days run from here to the decision (Order 196): the case has left preparation.
  if (ATTESTATION.includes(transition.to) && !ATTESTATION.includes(transition.from)) add('attestation.started');
  const asked = procedure.employerConfirmation;
  if (asked.requestedOn && events.includes(asked.requestedOn)) {
    if (asked.mode === 'analytical_note') add('employer.note_requested');
    else if (asked.mode !== 'none') add('employer.confirmation_requested');
  }
  // A school that was changed while the application was returned is asked anew: its record was set back to NOT_ASKED.
  if (transition.action === 'resubmit' && facts.employerConfirmation === 'NOT_ASKED' && facts.number !== null)
    add('employer.confirmation_requested');
  if (isClosed(transition.to) && !isClosed(transition.from)) add('application.closed');
  if (transition.from !== transition.to) add('application.status_changed');
  return events;
}
