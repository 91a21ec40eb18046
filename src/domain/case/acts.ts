import { assignmentAfter, placesLeft } from '../assignment';
import { employerAfter, employerPaperAfter } from '../employer';
import { portfolioEditable } from '../portfolio';
import { type Problem, problem } from '../problems';
import type { Form, Procedure } from '../procedure/shape';
import {
  type Addressee,
  type ApplicationStatus,
  type CasePaper,
  isClosed,
  type Machine,
  type RecordAction,
  type Role,
  type TeacherRight,
} from '../procedure/vocabulary';
import { schedulersOf } from '../schedule';
import { givesPoints } from '../scoring';
import { sheetProblems } from '../sheet';
import type { AssignmentFacts, Facts } from './facts';
import { ASSESSING, COUNTED, DATES_OPEN, isIn, NOT_IN_WORK, PANEL_OPEN, PORTFOLIO_OPEN, TO_SCHEDULE } from './groups';

/** Acts on the records beside the application: who may, in which state they are offered, what still keeps them closed. Equal for all regions. */

interface ActState {
  procedure: Procedure;
  form: Form | null;
  facts: Facts;
  /** Who asks: one signer's word is not another's. */
  role: Role;
  /** The viewer's own assignment, for the expert's acts. */
  own?: AssignmentFacts | undefined;
}
interface RecordAct {
  by(procedure: Procedure): readonly Role[];
  /** Whether the act is offered in this state at all. */
  offered(state: ActState): boolean;
  closedBy?(state: ActState): Problem[];
}

const TEACHER = (): readonly Role[] => ['TEACHER'];
const EXPERT = (): readonly Role[] => ['EXPERT'];
const OPERATOR = (): readonly Role[] => ['OPERATOR'];
const roles = (actors: readonly (Role | 'SYSTEM' | undefined)[]) => actors.filter((r): r is Role => r !== undefined && r !== 'SYSTEM');
const school = (p: Procedure) => roles([...(p.employerConfirmation.answeredBy ?? []), ...(p.employerConfirmation.signers ?? [])]);
const examiner = (p: Procedure) => roles(p.transitions.filter((t) => t.action === 'request_information').map((t) => t.actor));
const registrarOfPortal = (p: Procedure) => roles([p.application.portal?.recordedBy]);
const appointer = (p: Procedure) => roles([p.assessment.experts.selectedBy, p.assessment.experts.fallbackSelectedBy]);
const withdrawer = (p: Procedure) => roles(p.application.withdrawal.by);
const registrar = (p: Procedure) => roles(p.application.withdrawal.registeredBy ?? []);

const wordOf = (p: Procedure, status: ApplicationStatus) => p.statuses.application.find((s) => s.status === status);
const may = ({ procedure, facts }: ActState, right: TeacherRight) => wordOf(procedure, facts.status)?.may?.includes(right) ?? false;
const open = ({ facts }: ActState) => !isClosed(facts.status) && !isIn(facts.status, NOT_IN_WORK);
const worded = (p: Procedure, machine: Exclude<Machine, 'application'>, status: string) =>
  p.statuses[machine]?.some((s) => s.status === status) ?? false;
const within = (statuses: readonly ApplicationStatus[]) => (state: ActState) => isIn(state.facts.status, statuses);

const PANEL = within(PANEL_OPEN);
const unsent = ({ facts }: ActState) => isIn(facts.portfolio.status, PORTFOLIO_OPEN);

const answers = (move: Parameters<typeof employerAfter>[1]) => (state: ActState) => {
  const status = state.facts.employerConfirmation;
  const after = status && employerAfter(status, move);
  const askable = ['confirm_facts', 'sign_portfolio'].includes(state.procedure.employerConfirmation.mode);
  return Boolean(askable && open(state) && after && worded(state.procedure, 'employerConfirmation', after));
};
const paper = (move: Parameters<typeof employerPaperAfter>[1]) => (state: ActState) => {
  const status = state.facts.employerPaper;
  const after = status && employerPaperAfter(status, move);
  return Boolean(open(state) && after && worded(state.procedure, 'employerPaper', after));
};
const mine = (move: Parameters<typeof assignmentAfter>[1]) => (state: ActState) =>
  Boolean(state.own && open(state) && assignmentAfter(state.own.status, move));
const scoring = (state: ActState) =>
  givesPoints(state.procedure) && state.facts.status === 'EXPERTISE' && state.own !== undefined && isIn(state.own.status, ASSESSING);
/** Whether the review begins with the first sheet that an expert opens. */
export const startsByScoring = (p: Procedure): boolean =>
  givesPoints(p) && p.transitions.some((t) => t.from === 'READY' && t.guards?.includes('review_started'));
const answersFor = ({ procedure, role }: ActState, addressee: Addressee) =>
  addressee === 'TEACHER' ? role === 'TEACHER' : addressee === 'EMPLOYER' ? role.startsWith('SCHOOL_') : examiner(procedure).includes(role);
/** Whether an answer is taken in a status: where it is waited for, and where the question left with the act that led there. */
export const takesAnswers = (procedure: Procedure, status: ApplicationStatus, addressee: Addressee): boolean =>
  status === 'AWAITING_INFO' ||
  procedure.transitions.some((t) => t.to === status && t.requests?.some((request) => request.addressee === addressee));
const sheetOf = (state: ActState) => state.own?.sheet ?? 'EMPTY';
const withdrawal =
  (...statuses: (Facts['withdrawal'] | null)[]) =>
  (state: ActState) =>
    state.procedure.application.withdrawal.needsRegistration && may(state, 'withdraw') && statuses.includes(state.facts.withdrawal);

type CaseAct = Exclude<
  RecordAction,
  | 'confirm_card'
  | 'check_card'
  | 'answer_card_report'
  | 'plan_meeting'
  | 'notice_meeting'
  | 'hold_meeting'
  | 'sign_protocol'
  | 'publish_order'
  | 'approve_schedule_edition'
  | 'change_schedule'
>;

const ACTS: Record<CaseAct, RecordAct> = {
  edit_application: { by: TEACHER, offered: (s) => may(s, 'edit_application') },
  edit_portfolio: { by: TEACHER, offered: ({ procedure, facts }) => portfolioEditable(procedure, facts) },

  confirm_employer: {
    by: school,
    offered: (s) => answers('confirm_employer')(s) && !s.facts.employerSignatures.includes(s.role),
  },
  dispute_employer: {
    by: school,
    offered: (s) => answers('dispute_employer')(s) && (s.facts.employerConfirmation !== 'CONFIRMED' || unsent(s)),
  },
  // The school said no: the teacher corrects what it marked, or stands by it, and asks again.
  answer_dispute: { by: TEACHER, offered: answers('answer_dispute') },
  ask_employer_again: { by: OPERATOR, offered: answers('ask_employer_again') },
  escalate_employer: { by: OPERATOR, offered: answers('escalate_employer') },
  confirm_employer_on_paper: { by: OPERATOR, offered: answers('confirm_employer_on_paper') },
  attach_employer_paper: { by: school, offered: paper('attach_employer_paper') },
  accept_employer_paper: { by: appointer, offered: paper('accept_employer_paper') },
  return_employer_paper: { by: appointer, offered: paper('return_employer_paper') },
  // The teacher and the school answer what they were asked; what an agency replied is recorded by whoever asked it.
  answer_information: {
    by: (p) => [...new Set<Role>(['TEACHER', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'SCHOOL_COORDINATOR', ...examiner(p)])],
    offered: (s) =>
      s.facts.requests.awaited.some((addressee) => takesAnswers(s.procedure, s.facts.status, addressee) && answersFor(s, addressee)),
  },
  // Once told, the school has it until it answers or the difference is gone.
  report_card: {
    by: TEACHER,
    offered: ({ facts }) => (facts.card?.differences.length ?? 0) > 0,
    closedBy: ({ facts }) => (facts.card?.reported ? [problem('CARD_REPORTED')] : []),
  },
  attach_signed_application: {
    by: TEACHER,
    offered: (s) => may(s, 'edit_application') && s.procedure.application.printSignUpload === true,
  },
  record_portal_number: { by: registrarOfPortal, offered: (s) => within(['SUBMITTED'])(s) && s.facts.portalNumber === null },
  set_period: {
    by: schedulersOf,
    offered: within(TO_SCHEDULE),
  },
  // Where every case has dates of its own (rolling periods), whoever appoints the experts also sets them.
  set_dates: {
    by: appointer,
    offered: (s) => s.procedure.periods.kind === 'rolling' && within(DATES_OPEN)(s),
  },

  appoint_experts: {
    by: appointer,
    offered: PANEL,
    closedBy: ({ procedure, facts }) => {
      const statuses = facts.assignments.map((a) => a.status);
      return placesLeft(procedure, statuses) > 0
        ? []
        : [problem('TOO_MANY_EXPERTS', [], { room: 0, max: procedure.assessment.experts.max })];
    },
  },
  confirm_participation: { by: EXPERT, offered: mine('confirm_participation') },
  decline_assignment: { by: EXPERT, offered: mine('decline_assignment') },
  declare_conflict: { by: EXPERT, offered: mine('declare_conflict') },
  replace_expert: {
    by: appointer,
    offered: (s) => PANEL(s) && s.facts.assignments.some((a) => assignmentAfter(a.status, 'replace_expert')),
  },
  waive_conflict: { by: appointer, offered: (s) => PANEL(s) && s.facts.openConflicts > 0 },

  // Where the review begins with the first sheet that is opened, opening it is what an expert does in READY.
  start_scoring: {
    by: EXPERT,
    offered: (s) => s.own?.status === 'CONFIRMED' && (scoring(s) || (within(['READY'])(s) && startsByScoring(s.procedure))),
  },
  save_score: { by: EXPERT, offered: scoring, closedBy: (s) => sheetProblems(sheetOf(s), 'save_score') },
  finish_sheet: { by: EXPERT, offered: scoring, closedBy: (s) => sheetProblems(sheetOf(s), 'finish_sheet') },
  reopen_sheet: {
    by: appointer,
    offered: ({ facts }) => facts.status === 'EXPERTISE' && facts.assignments.some((a) => isIn(a.status, COUNTED) && a.sheet === 'FINAL'),
  },
  attach_conclusion: {
    by: (p) => ['EXPERT', ...appointer(p)],
    offered: (s) => s.procedure.assessment.method === 'conclusion' && within(['EXPERTISE'])(s),
  },

  // A fact of its own beside the verdict: the municipality passes the case to the centre, one or many at once (Tomsk, line 86).
  hand_over: {
    by: (p) => roles([p.assessment.handover?.by]),
    offered: (s) => within(['CONCLUSION_SIGNED'])(s) && !s.facts.handedOver,
    closedBy: ({ facts }) => (facts.verdict === null ? [problem('VERDICT_NOT_RECORDED')] : []),
  },

  // It may be formed anew until its signed scan is attached (Tomsk, line 831).
  form_withdrawal: { by: withdrawer, offered: withdrawal(null, 'FORMED', 'DECLINED') },
  attach_withdrawal: { by: withdrawer, offered: withdrawal('FORMED', 'ATTACHED') },
  send_withdrawal: { by: withdrawer, offered: withdrawal('ATTACHED') },
  register_withdrawal: { by: registrar, offered: withdrawal('SENT') },
  decline_withdrawal: { by: registrar, offered: (s) => s.procedure.application.withdrawal.mayBeDeclined && withdrawal('SENT')(s) },
};
/** The act under which each paper of a case is attached. */
export const PAPER_ACTS = {
  signed_application: 'attach_signed_application',
  employer_paper: 'attach_employer_paper',
  withdrawal: 'attach_withdrawal',
  conclusion: 'attach_conclusion',
  information: 'answer_information',
} as const satisfies Record<CasePaper, CaseAct>;
/** Roles that attach a paper in a procedure. */
export const attachers = (procedure: Procedure, paper: CasePaper): readonly Role[] => ACTS[PAPER_ACTS[paper]].by(procedure);

const CASE_ACTS = Object.keys(ACTS) as CaseAct[];
const isCaseAct = (act: RecordAction): act is CaseAct => act in ACTS;

/** What keeps a role from an act on a record of a case now; empty = it may be done. */
export function recordActionProblems(
  procedure: Procedure,
  form: Form | null,
  facts: Facts,
  act: RecordAction,
  role: Role,
  own?: AssignmentFacts,
): Problem[] {
  if (!isCaseAct(act) || !ACTS[act].by(procedure).includes(role)) return [problem('NOT_YOUR_MOVE', [], { action: act })];
  const state: ActState = { procedure, form, facts, role, own };
  if (!ACTS[act].offered(state)) return [closedCode(act, state)];
  return ACTS[act].closedBy?.(state) ?? [];
}

/** Every act of a role on the records of a case in this state, with what still keeps it closed. */
export function openRecordActions(
  procedure: Procedure,
  form: Form | null,
  facts: Facts,
  role: Role,
  own?: AssignmentFacts,
): { action: RecordAction; problems: Problem[] }[] {
  const state: ActState = { procedure, form, facts, role, own };
  return CASE_ACTS.filter((act) => ACTS[act].by(procedure).includes(role) && ACTS[act].offered(state)).map((action) => ({
    action,
    problems: ACTS[action].closedBy?.(state) ?? [],
  }));
}

const OF_AN_EXPERT: readonly RecordAction[] = [
  'confirm_participation',
  'decline_assignment',
  'declare_conflict',
  'start_scoring',
  'save_score',
  'finish_sheet',
];

/** Why an act is not even offered: the expert's seat is closed or his sheet is final, else the state is another. */
function closedCode(act: RecordAction, { facts, own }: ActState): Problem {
  if (OF_AN_EXPERT.includes(act)) {
    if (own?.status === 'FINAL') return problem('SHEET_FINAL');
    if (own?.status === 'NOT_NEEDED' && !isClosed(facts.status)) return problem('PANEL_FULL');
    if (own && own.status !== 'INVITED' && !isIn(own.status, COUNTED)) return problem('ASSIGNMENT_CLOSED');
  }
  return problem('WRONG_STATUS', [], { status: facts.status, action: act });
}
