import type { Facts } from './case/facts';
import { COUNTED } from './case/groups';
import type { Label, Procedure } from './procedure/shape';
import type { ActorRole, ApplicationStatus, Condition, Language, Machine } from './procedure/vocabulary';

/** What a case is called in the region's own words; derived, never stored. */

/** A label in a language. */
export function labelIn(label: Label, language: Language): string {
  return label[language];
}

/** The words of a status that no condition stands over. */
export const PLAIN = 'plain';
/** Which of a status's words is meant: a condition of its labels, or PLAIN. Stored with the history; language and version do not matter to it. */
export type Wording = Condition | typeof PLAIN;

/** Record statuses the conditions ask for; server/labels.sql.ts asks the same of the tables. */
export const ASKED_STATUSES = {
  assigned: [...COUNTED, 'INVITED'],
  confirmed: COUNTED,
  scheduleApproved: ['APPROVED', 'CHANGED_AFTER_APPROVAL'],
  employerConfirmed: ['CONFIRMED', 'PAPER_CONFIRMED'],
  employerNoted: ['ATTACHED', 'ACCEPTED'],
  portfolioNotSent: ['NONE', 'DRAFT', 'REOPENED'],
} as const satisfies Record<string, readonly string[]>;
const is = (status: string | null, statuses: readonly string[]) => status !== null && statuses.includes(status);
const seats = (facts: Facts, statuses: readonly string[]) => facts.assignments.filter((a) => is(a.status, statuses)).length;

const HOLDS: Record<Condition, (facts: Facts, procedure: Procedure) => boolean> = {
  period_not_set: (facts) => facts.period === null,
  experts_not_assigned: (facts, { assessment }) => seats(facts, ASKED_STATUSES.assigned) < assessment.experts.min,
  experts_not_confirmed: (facts, { assessment }) => seats(facts, ASKED_STATUSES.confirmed) < assessment.experts.min,
  schedule_not_approved: (facts) => !is(facts.scheduleStatus, ASKED_STATUSES.scheduleApproved),
  employer_not_confirmed: (facts) => !is(facts.employerConfirmation, ASKED_STATUSES.employerConfirmed),
  employer_note_missing: (facts) => !is(facts.employerPaper, ASKED_STATUSES.employerNoted),
  portfolio_not_sent: (facts) => is(facts.portfolio.status, ASKED_STATUSES.portfolioNotSent),
  conclusion_not_attached: (facts) => !facts.conclusionAttached,
  handed_over: (facts) => facts.handedOver,
  verdict_meets: (facts) => facts.verdict === 'meets',
  verdict_does_not_meet: (facts) => facts.verdict === 'does_not_meet',
};

/** Whether a condition of a label holds. */
export function labelCondition(condition: Condition, procedure: Procedure, facts: Facts): boolean {
  return HOLDS[condition](facts, procedure);
}

const wordsOf = (procedure: Procedure, status: string) => procedure.statuses.application.find((words) => words.status === status);

/** Which words of its status a case goes by now: the first label whose condition holds, else the plain one. */
export function statusWording(procedure: Procedure, facts: Facts): Wording {
  return wordsOf(procedure, facts.status)?.labels?.find((l) => labelCondition(l.when, procedure, facts))?.when ?? PLAIN;
}

/** Every wording of a status, in the order in which they are asked; the plain one last. */
export function wordingsOf(procedure: Procedure, status: string): Wording[] {
  return [...(wordsOf(procedure, status)?.labels ?? []).map((label) => label.when), PLAIN];
}

/** A status in one of its wordings; in the plain words where the procedure has no such condition. */
export function wordingLabel(procedure: Procedure, status: string, wording: string, language: Language): string {
  const words = wordsOf(procedure, status);
  return (words?.labels?.find((label) => label.when === wording) ?? words)?.label[language] ?? status;
}

/** The status of a case as the region calls it now. */
export function publicStatusLabel(procedure: Procedure, facts: Facts, language: Language): string {
  return wordingLabel(procedure, facts.status, statusWording(procedure, facts), language);
}

/** The plain word of an application status: of the way it stands on, not of a case in it. */
export function statusLabel(procedure: Procedure, status: string, language: Language): string {
  return machineLabel(procedure, 'application', status, language);
}

/** The region's word for a status of a sub-record; the canonical one where the region gives none. */
export function machineLabel(procedure: Procedure, machine: Machine, status: string, language: Language): string {
  return procedure.statuses[machine]?.find((words) => words.status === status)?.label[language] ?? status;
}

/** The region's name of a role. */
export function roleLabel(procedure: Procedure, role: ActorRole, language: Language): string {
  return procedure.roles.find((r) => r.key === role)?.label[language] ?? role;
}

/** Status roles of the look: your move, another's move, the case's own status, running, ended well, look at it, refused, nothing happens. */
export type Tone = 'mark' | 'wait' | 'ink' | 'info' | 'ok' | 'warn' | 'danger' | 'calm';

const APPLICATION_TONE: Record<ApplicationStatus, Tone> = {
  DRAFT: 'ink',
  SUBMITTED: 'ink',
  RETURNED: 'warn',
  REGISTERED: 'ink',
  UNDER_REVIEW: 'info',
  AWAITING_INFO: 'wait',
  PREPARATION: 'ink',
  READY: 'ink',
  EXPERTISE: 'info',
  EXPERTISE_DONE: 'ink',
  CONCLUSION_SIGNED: 'ink',
  MEETING_SET: 'info',
  IN_MEETING: 'info',
  DECIDED: 'ink',
  GRANTED: 'ok',
  REFUSED: 'danger',
  APPEAL: 'info',
  INTAKE_REFUSED: 'danger',
  WITHDRAWN: 'calm',
  EXPIRED: 'danger',
  ARCHIVED: 'calm',
};

const RECORD_TONE: { [M in Exclude<Machine, 'application'>]: Record<string, Tone> } = {
  portfolio: { NONE: 'calm', DRAFT: 'ink', SENT: 'wait', BEING_CHECKED: 'info', CHECKED: 'ok', REOPENED: 'warn' },
  assignment: {
    RESERVE: 'calm',
    INVITED: 'wait',
    CONFIRMED: 'ink',
    DECLINED: 'danger',
    LAPSED: 'danger',
    NOT_NEEDED: 'calm',
    SCORING: 'info',
    FINAL: 'ok',
    REPLACED: 'calm',
    CONFLICT: 'danger',
  },
  employerConfirmation: {
    NOT_ASKED: 'calm',
    ASKED: 'wait',
    REMINDED: 'wait',
    CONFIRMED: 'ok',
    DISPUTED: 'danger',
    ESCALATED: 'warn',
    PAPER_CONFIRMED: 'ok',
  },
  employerPaper: { NOT_NEEDED: 'calm', WAITING: 'wait', ATTACHED: 'ok', ACCEPTED: 'ok', RETURNED: 'warn' },
  withdrawal: { FORMED: 'ink', ATTACHED: 'ink', SENT: 'wait', REGISTERED: 'calm', DECLINED: 'danger' },
  schedule: { DRAFT: 'wait', APPROVED: 'ok', CHANGED_AFTER_APPROVAL: 'warn' },
  meeting: { PLANNED: 'wait', NOTICED: 'wait', HELD: 'ok', PROTOCOL_SIGNED: 'ok', ORDER_PUBLISHED: 'ok' },
};

/** The colour role of a status. */
export function toneOf(machine: Machine, status: string): Tone {
  return machine === 'application' ? (APPLICATION_TONE[status as ApplicationStatus] ?? 'ink') : (RECORD_TONE[machine][status] ?? 'ink');
}

/** The colour role of a status of a record, as the procedure wants it seen. */
export function toneIn(procedure: Procedure, machine: Exclude<Machine, 'application'>, status: string): Tone {
  return procedure.statuses[machine]?.find((word) => word.status === status)?.tone ?? toneOf(machine, status);
}

export interface CaseLineStep {
  id: string;
  label: string;
  state: 'done' | 'now' | 'later';
  /** The term by which the step should be done. */
  deadline: string | null;
}

/** The line above a case. In a status that stands on no step (withdrawn, expired) the steps that were reached stay done. */
export function caseLine(procedure: Procedure, status: ApplicationStatus, visited: readonly string[], language: Language): CaseLineStep[] {
  const steps = procedure.caseLine;
  const here = steps.findIndex((step) => step.statuses.includes(status));
  const reached = steps.findLastIndex((step) => step.statuses.some((s) => visited.includes(s)));
  const ended = procedure.statuses.application.find((s) => s.status === status)?.terminal ?? false;
  return steps.map((step, k) => ({
    id: step.id,
    label: step.label[language],
    state: here < 0 ? (k <= reached ? 'done' : 'later') : k < here || (k === here && ended) ? 'done' : k === here ? 'now' : 'later',
    deadline: step.deadline ?? null,
  }));
}
