import { placesLeft } from '../assignment';
import { signersLeft } from '../employer';
import type { ProblemCode } from '../problems';
import type { Procedure } from '../procedure/shape';
import type { Action, ActorRole, DomainEvent, RecordAction, Role } from '../procedure/vocabulary';
import { schedulersOf } from '../schedule';
import { givesPoints } from '../scoring';
import type { Facts } from './facts';
import { EMPLOYER_ASKED, isIn, PAPER_OWED, SEATED, UNFINISHED } from './groups';

/**
 * What every act of a case is for: where it takes the case, who is expected to do it and when. Equal for all regions; a new act does not
 * compile before it has a row. Whether an act may be done now is said by `workflow.ts` (transitions) and `acts.ts` (records).
 */

export type Act = Action | RecordAction;

/**
 * Where an act takes a case. Somebody waits for the first two only: onward, to the next stage or by a record to its gate; by a return into
 * the course it had left; back to an earlier stage; aside, where it waits; out of the course, for good; nowhere: it adds something where
 * the case stands.
 */
export type Leads = 'onward' | 'return' | 'back' | 'aside' | 'out' | 'nowhere';

/** Who is expected to do an act on a record of the case. */
export interface Expectation {
  /** What the act removes: while one of these keeps a way onward closed, somebody is expected to do it. */
  opens?: readonly ProblemCode[];
  /** Expected whatever the case's own ways say, because the record itself waits. */
  due?: (procedure: Procedure, facts: Facts) => boolean;
  /** Of whom; none where it is not his move yet. A role the region does not have is left out. */
  of: (procedure: Procedure, facts: Facts) => readonly (ActorRole | undefined)[];
  /** The event the act leads to: a term met by it is the term of the move. */
  leadsTo?: DomainEvent;
}

export interface ActRow {
  leads: Leads;
  expected?: Expectation;
  /** An act of the intake that says no: it stands apart from the one that is waited for. */
  declines?: true;
}

const { onward, comeback, back, aside, out, nowhere } = {
  onward: { leads: 'onward' },
  comeback: { leads: 'return' },
  back: { leads: 'back' },
  aside: { leads: 'aside' },
  out: { leads: 'out' },
  nowhere: { leads: 'nowhere' },
} as const satisfies Record<string, ActRow>;

const expected = (expectation: Expectation): ActRow => ({ leads: 'onward', expected: expectation });
const by =
  (...roles: Role[]) =>
  () =>
    roles;
const actorsOf = (p: Procedure, action: Action) => p.transitions.filter((t) => t.action === action).map((t) => t.actor);
const ofRegion = (role: Role) => (p: Procedure) => p.roles.map(({ key }) => key).filter((key) => key === role);
const appointers = (p: Procedure) => [p.assessment.experts.selectedBy, p.assessment.experts.fallbackSelectedBy];
const invited = (facts: Facts) => facts.assignments.some((a) => a.status === 'INVITED');
/** Whether the panel would be full if everybody who is asked said yes. */
const seatsTaken = (p: Procedure, facts: Facts) =>
  facts.assignments.filter((a) => isIn(a.status, SEATED)).length >= Math.max(1, p.assessment.experts.min);
/** A further expert is looked for once nobody who was asked or is at work may still be the one. */
const furtherIsComing = (facts: Facts) => !facts.furtherExpertPending || facts.assignments.some((a) => isIn(a.status, UNFINISHED));
const hasRoom = (p: Procedure, facts: Facts) =>
  placesLeft(
    p,
    facts.assignments.map((a) => a.status),
  ) > 0;

export const ACT_TABLE: Readonly<Record<Act, ActRow>> = {
  submit: onward,
  register: onward,
  resubmit: comeback,
  return_for_correction: { leads: 'back', declines: true },
  accept: onward,
  admit: onward,
  refuse_intake: { leads: 'out', declines: true },
  request_information: aside,
  resume_review: comeback,
  schedule: onward,
  send_simplified: onward,
  submit_portfolio: {
    leads: 'onward',
    expected: { opens: ['PORTFOLIO_INCOMPLETE', 'UPLOAD_PENDING'], of: by('TEACHER'), leadsTo: 'portfolio.sent' },
  },
  approve_schedule: onward,
  send_to_review: onward,
  open_review: onward,
  complete_review: onward,
  reopen_review: back,
  sign_conclusion: onward,
  // The verdict is recorded where the case stands, and may be changed until it is handed over.
  verify: { leads: 'nowhere', expected: { opens: ['VERDICT_NOT_RECORDED'], of: (p) => actorsOf(p, 'verify') } },
  seek_session: onward,
  put_on_agenda: onward,
  open_session: onward,
  record_decision: onward,
  grant: onward,
  refuse: onward,
  withdraw: out,
  expire: aside,
  restore: comeback,
  archive: out,
  appeal: aside,
  uphold_appeal: onward,
  reject_appeal: onward,

  edit_application: expected({ opens: ['PROFILE_NOT_FILLED'], of: by('TEACHER') }),
  edit_portfolio: nowhere,
  confirm_employer: expected({
    opens: ['EMPLOYER_NOT_CONFIRMED'],
    due: (_p, { employerConfirmation }) => isIn(employerConfirmation ?? '', EMPLOYER_ASKED),
    // Who still has to sign; where one answer is enough, whoever may give it.
    of: (p, facts) =>
      p.employerConfirmation.signers ? signersLeft(p, facts.employerSignatures) : (p.employerConfirmation.answeredBy ?? []),
    leadsTo: 'employer.confirmed',
  }),
  dispute_employer: nowhere,
  // The teacher corrects what the school marked; the operator may ask another school.
  answer_dispute: expected({ opens: ['EMPLOYER_DISPUTED'], of: by('TEACHER'), leadsTo: 'employer.confirmation_requested' }),
  ask_employer_again: expected({
    opens: ['EMPLOYER_DISPUTED'],
    due: (_p, { employerConfirmation }) => employerConfirmation === 'DISPUTED',
    of: by('OPERATOR'),
  }),
  escalate_employer: nowhere,
  confirm_employer_on_paper: nowhere,
  attach_employer_paper: expected({
    opens: ['EMPLOYER_NOTE_MISSING', 'EMPLOYER_NOTE_RETURNED'],
    due: (_p, { employerPaper }) => isIn(employerPaper ?? '', PAPER_OWED),
    of: (p) => p.employerConfirmation.answeredBy ?? [],
    leadsTo: 'employer.confirmed',
  }),
  accept_employer_paper: nowhere,
  return_employer_paper: nowhere,
  answer_information: expected({
    opens: ['INFORMATION_AWAITED'],
    due: (_p, { requests }) => requests.awaited.length > 0,
    of: (p, { requests }) =>
      requests.awaited.flatMap((addressee): readonly ActorRole[] =>
        addressee === 'TEACHER'
          ? ['TEACHER']
          : addressee === 'EMPLOYER'
            ? (p.employerConfirmation.answeredBy ?? [])
            : actorsOf(p, 'request_information'),
      ),
    leadsTo: 'information.received',
  }),
  attach_signed_application: expected({ opens: ['SIGNED_APPLICATION_MISSING'], of: by('TEACHER') }),
  record_portal_number: expected({
    opens: ['PORTAL_NUMBER_MISSING'],
    due: (_p, { portalNumber }) => portalNumber === null,
    of: (p) => [p.application.portal?.recordedBy],
  }),
  set_period: expected({ opens: ['PERIOD_NOT_SET'], due: (_p, { period }) => period === null, of: schedulersOf }),
  set_dates: nowhere,

  confirm_participation: expected({
    opens: ['EXPERTS_NOT_CONFIRMED', 'FURTHER_EXPERT_NEEDED'],
    due: (_p, facts) => invited(facts),
    of: (_p, facts) => (invited(facts) ? ['EXPERT'] : []),
    leadsTo: 'expert.confirmed',
  }),
  appoint_experts: expected({
    opens: ['EXPERTS_NOT_CONFIRMED', 'FURTHER_EXPERT_NEEDED', 'CONFLICT_OPEN'],
    of: (p, facts) =>
      seatsTaken(p, facts) && furtherIsComing(facts) && facts.openConflicts === 0 ? [] : hasRoom(p, facts) ? appointers(p) : [],
    leadsTo: 'review.opened',
  }),
  decline_assignment: nowhere,
  declare_conflict: nowhere,
  replace_expert: nowhere,
  // Where every place of the panel is taken a loss is answered by a word of why not.
  waive_conflict: expected({ opens: ['CONFLICT_OPEN'], of: (p, facts) => (hasRoom(p, facts) ? [] : appointers(p)) }),

  // Where there is no sheet to open the day begins the review.
  start_scoring: expected({ opens: ['REVIEW_NOT_STARTED'], of: (p) => (givesPoints(p) ? ['EXPERT'] : []) }),
  save_score: nowhere,
  finish_sheet: expected({ opens: ['EXPERTS_NOT_FINISHED'], of: by('EXPERT'), leadsTo: 'review.completed' }),
  reopen_sheet: nowhere,
  attach_conclusion: expected({ opens: ['CONCLUSION_MISSING'], of: by('EXPERT'), leadsTo: 'review.completed' }),
  // Before the verdict there is nothing to pass on.
  hand_over: expected({
    opens: ['NOT_HANDED_OVER'],
    of: (p, { verdict }) => (verdict === null ? [] : [p.assessment.handover?.by]),
    leadsTo: 'conclusion.handed_over',
  }),

  form_withdrawal: nowhere,
  attach_withdrawal: nowhere,
  send_withdrawal: nowhere,
  register_withdrawal: expected({
    due: (_p, { withdrawal }) => withdrawal === 'SENT',
    of: (p) => p.application.withdrawal.registeredBy ?? [],
    leadsTo: 'withdrawal.registered',
  }),
  decline_withdrawal: nowhere,

  approve_schedule_edition: expected({ opens: ['SCHEDULE_NOT_APPROVED'], of: schedulersOf }),
  change_schedule: nowhere,
  // The officer cannot confirm a card of which only another's part is empty: it is not his move yet.
  confirm_card: expected({
    opens: ['CARD_MISSING', 'CARD_NOT_CONFIRMED', 'CARD_OUT_OF_BOUNDS'],
    of: (p, { card }) =>
      !card?.outOfBounds && card?.unfilledBy.length && !card.unfilledBy.includes('SCHOOL_HR') ? [] : ofRegion('SCHOOL_HR')(p),
  }),
  check_card: expected({ opens: ['CARD_PART_NOT_FILLED', 'CARD_NOT_CHECKED'], of: ofRegion('SCHOOL_DEPUTY') }),
  report_card: expected({ opens: ['CARD_DIFFERS'], of: (_p, { card }) => (card?.reported ? [] : ['TEACHER']) }),
  answer_card_report: expected({ opens: ['CARD_DIFFERS'], of: (p, { card }) => (card?.reported ? ofRegion('SCHOOL_HR')(p) : []) }),
  plan_meeting: expected({ opens: ['SESSION_NOT_SET', 'MEETING_HELD'], of: by('SECRETARY') }),
  notice_meeting: nowhere,
  hold_meeting: expected({ opens: ['SESSION_NOT_HELD', 'ATTENDANCE_NOT_RECORDED', 'QUORUM_MISSING'], of: by('SECRETARY') }),
  sign_protocol: nowhere,
  publish_order: nowhere,
};

/** Whether a case goes on by an act: somebody is waited for to do it. */
export const leadsOnward = (act: Act): boolean => ACT_TABLE[act].leads === 'onward' || ACT_TABLE[act].leads === 'return';

/** Whether an act may lead to a stage that the case has been through. */
export const mayLeadBack = (act: Act): boolean => ACT_TABLE[act].leads !== 'onward';

/** Whether an act takes a case to a place beside its course, where it waits to come back. */
export const leadsAside = (act: Act): boolean => ACT_TABLE[act].leads === 'aside' || ACT_TABLE[act].leads === 'back';

/** Whether an act is the intake's no. */
export const declines = (act: string): boolean => Object.hasOwn(ACT_TABLE, act) && ACT_TABLE[act as Act].declines === true;
