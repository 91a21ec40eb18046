import type {
  ApplicationStatus,
  AssignmentStatus,
  DeadlineStatus,
  EmployerConfirmationStatus,
  EmployerPaperStatus,
  EvidenceFileStatus,
  MeetingStatus,
  PortfolioStatus,
  ScheduleStatus,
  WithdrawalStatus,
} from '../procedure/statuses';

/**
 * The groups of statuses, each named once. Rules and screens ask `isIn(status, GROUP)`, Prisma takes `in: [...GROUP]`, SQL `any(${[...GROUP]})`;
 * `npm run lint` refuses a list of statuses that is written anywhere outside src/domain (scripts/closedWords.mjs).
 */

/** Whether a status belongs to a group; a status that is read from a row is a plain string. */
export function isIn(status: string, group: readonly string[]): boolean {
  return group.includes(status);
}

/** Applications: before the intake has admitted them. */
export const BEFORE_ADMISSION: readonly ApplicationStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'REGISTERED',
  'UNDER_REVIEW',
  'AWAITING_INFO',
];
/** Applications of which no schedule of a period speaks. */
export const NEVER_SCHEDULED: readonly ApplicationStatus[] = [...BEFORE_ADMISSION, 'INTAKE_REFUSED', 'WITHDRAWN', 'EXPIRED'];
/** Applications that wait for a schedule that holds them; the simplified form never comes here. */
export const TO_SCHEDULE: readonly ApplicationStatus[] = ['PREPARATION', 'READY'];
/** Applications to which experts are appointed, and whose experts are replaced. */
export const PANEL_OPEN: readonly ApplicationStatus[] = ['PREPARATION', 'READY', 'EXPERTISE'];
/** Applications whose own dates may be set where every case has dates of its own. */
export const DATES_OPEN: readonly ApplicationStatus[] = ['REGISTERED', 'PREPARATION', 'EXPERTISE'];
/** Applications whose conclusion is being written, or is signed and not passed on. */
export const CONCLUSION_OWED: readonly ApplicationStatus[] = ['EXPERTISE', 'EXPERTISE_DONE', 'CONCLUSION_SIGNED'];
/** Applications on which nobody works: not sent yet, or locked by a term. */
export const NOT_IN_WORK: readonly ApplicationStatus[] = ['DRAFT', 'EXPIRED'];
/** Applications that came back or were refused at the intake, with a reason in words. */
export const SENT_BACK: readonly ApplicationStatus[] = ['RETURNED', 'INTAKE_REFUSED'];

/** Experts who take part: they said yes, or need not be asked. */
export const COUNTED: readonly AssignmentStatus[] = ['CONFIRMED', 'SCORING', 'FINAL'];
/** Experts who hold a seat of the panel or have been asked to take one. */
export const SEATED: readonly AssignmentStatus[] = ['INVITED', ...COUNTED];
/** Experts who take part and have not finished. */
export const ASSESSING: readonly AssignmentStatus[] = ['CONFIRMED', 'SCORING'];
/** Experts who are asked or at work and have not finished. */
export const UNFINISHED: readonly AssignmentStatus[] = ['INVITED', ...ASSESSING];
/** Experts who leave when the case goes on without them: the unfinished ones and the reserve. */
export const RELEASABLE: readonly AssignmentStatus[] = ['RESERVE', ...UNFINISHED];
/** Experts who gave the case up and whose loss wants an answer: another expert or a waiver. */
export const LOST: readonly AssignmentStatus[] = ['CONFLICT', 'DECLINED'];
/** Experts who left without a word of theirs and may be asked again. */
export const MAY_RETURN: readonly AssignmentStatus[] = ['LAPSED', 'NOT_NEEDED'];

/** The school was asked and has not answered. */
export const EMPLOYER_ASKED = ['ASKED', 'REMINDED', 'ESCALATED'] as const satisfies readonly EmployerConfirmationStatus[];
/** The school was asked and its word is still to come: it has not answered, or its dispute is open. */
export const EMPLOYER_UNSETTLED: readonly EmployerConfirmationStatus[] = [...EMPLOYER_ASKED, 'DISPUTED'];
/** The school has confirmed, itself or on paper. */
export const EMPLOYER_CONFIRMED: readonly EmployerConfirmationStatus[] = ['CONFIRMED', 'PAPER_CONFIRMED'];
/** The school owes its paper: it was never attached, or came back. */
export const PAPER_OWED: readonly EmployerPaperStatus[] = ['WAITING', 'RETURNED'];
/** The school's paper lies in the case. */
export const PAPER_ATTACHED: readonly EmployerPaperStatus[] = ['ATTACHED', 'ACCEPTED'];

/** The evidence is in the teacher's hands. */
export const PORTFOLIO_OPEN: readonly PortfolioStatus[] = ['NONE', 'DRAFT', 'REOPENED'];
/** The evidence was handed in and is not checked yet. */
export const PORTFOLIO_UNCHECKED: readonly PortfolioStatus[] = ['SENT', 'BEING_CHECKED'];
/** The evidence has left the teacher's hands. */
export const PORTFOLIO_SENT: readonly PortfolioStatus[] = [...PORTFOLIO_UNCHECKED, 'CHECKED'];

/** Meetings still to be held. */
export const MEETING_AHEAD: readonly MeetingStatus[] = ['PLANNED', 'NOTICED'];
/** Meetings that were held. */
export const MEETING_HELD: readonly MeetingStatus[] = ['HELD', 'PROTOCOL_SIGNED', 'ORDER_PUBLISHED'];
/** Schedules of which an approved edition exists. */
export const SCHEDULE_APPROVED: readonly ScheduleStatus[] = ['APPROVED', 'CHANGED_AFTER_APPROVAL'];
/** Withdrawals that were decided. */
export const WITHDRAWAL_SETTLED: readonly WithdrawalStatus[] = ['REGISTERED', 'DECLINED'];

/** Deadlines that have begun and can still lapse. */
export const DEADLINE_OPEN: readonly DeadlineStatus[] = ['RUNNING', 'PAUSED'];
/** Deadlines that are still to lapse, whether or not they have begun. */
export const DEADLINE_AHEAD: readonly DeadlineStatus[] = ['SET', ...DEADLINE_OPEN];
/** Deadlines whose day counts now or has passed unmet. */
export const DEADLINE_DUE: readonly DeadlineStatus[] = ['RUNNING', 'LAPSED'];
/** Deadlines with a day to show in a list, ahead or missed. */
export const DEADLINE_DATED: readonly DeadlineStatus[] = ['SET', ...DEADLINE_DUE];
/** Deadlines that have begun and are not met. */
export const DEADLINE_UNMET: readonly DeadlineStatus[] = [...DEADLINE_OPEN, 'LAPSED'];
/** Deadlines whose last day may still be changed. */
export const DEADLINE_SETTABLE: readonly DeadlineStatus[] = ['SET', ...DEADLINE_UNMET];

/** Uploads that did not arrive: under way, given up or refused. */
export const FILE_UNFINISHED: readonly EvidenceFileStatus[] = ['PENDING', 'REJECTED'];
/** Files that are there or on their way. */
export const FILE_COMING: readonly EvidenceFileStatus[] = ['PENDING', 'STORED'];
/** Files that were there and were taken away. */
export const FILE_REMOVED: readonly EvidenceFileStatus[] = ['DELETED', 'REPLACED'];
/** Files whose bytes may be kept. */
export const FILE_KEPT: readonly EvidenceFileStatus[] = ['STORED', ...FILE_REMOVED];
/** Files of a place that are its own: there, on their way or refused. */
export const FILE_PRESENT: readonly EvidenceFileStatus[] = ['STORED', ...FILE_UNFINISHED];
/** Files that their uploader is shown beside a form or a paper. */
export const FILE_SHOWN: readonly EvidenceFileStatus[] = [...FILE_PRESENT, 'REPLACED'];
