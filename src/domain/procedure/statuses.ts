/** The statuses of an application and of the records beside it: participles, equal for all regions. */

export const APPLICATION_STATUSES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'REGISTERED',
  'UNDER_REVIEW',
  'AWAITING_INFO',
  'PREPARATION',
  'READY',
  'EXPERTISE',
  'EXPERTISE_DONE',
  'CONCLUSION_SIGNED',
  'MEETING_SET',
  'IN_MEETING',
  'DECIDED',
  'GRANTED',
  'REFUSED',
  'APPEAL',
  'INTAKE_REFUSED',
  'WITHDRAWN',
  'EXPIRED',
  'ARCHIVED',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Statuses in which a case has come to its end, whether or not a procedure archives it afterwards. */
export const CLOSED_STATUSES: readonly ApplicationStatus[] = ['GRANTED', 'REFUSED', 'INTAKE_REFUSED', 'WITHDRAWN', 'ARCHIVED'];

/** Whether a case has come to its end. */
export function isClosed(status: string): boolean {
  return CLOSED_STATUSES.some((closed) => closed === status);
}

export const PORTFOLIO_STATUSES = ['NONE', 'DRAFT', 'SENT', 'BEING_CHECKED', 'CHECKED', 'REOPENED'] as const;
export type PortfolioStatus = (typeof PORTFOLIO_STATUSES)[number];

/** One expert on one case. */
export const ASSIGNMENT_STATUSES = [
  'RESERVE',
  'INVITED',
  'CONFIRMED',
  'DECLINED',
  'LAPSED',
  'NOT_NEEDED',
  'SCORING',
  'FINAL',
  'REPLACED',
  'CONFLICT',
] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export const EMPLOYER_CONFIRMATION_STATUSES = [
  'NOT_ASKED',
  'ASKED',
  'REMINDED',
  'CONFIRMED',
  'DISPUTED',
  'ESCALATED',
  'PAPER_CONFIRMED',
] as const;
export type EmployerConfirmationStatus = (typeof EMPLOYER_CONFIRMATION_STATUSES)[number];

export const EMPLOYER_PAPER_STATUSES = ['NOT_NEEDED', 'WAITING', 'ATTACHED', 'ACCEPTED', 'RETURNED'] as const;
export type EmployerPaperStatus = (typeof EMPLOYER_PAPER_STATUSES)[number];

export const WITHDRAWAL_STATUSES = ['FORMED', 'ATTACHED', 'SENT', 'REGISTERED', 'DECLINED'] as const;
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number];

export const SCHEDULE_STATUSES = ['DRAFT', 'APPROVED', 'CHANGED_AFTER_APPROVAL'] as const;
export type ScheduleStatus = (typeof SCHEDULE_STATUSES)[number];

export const MEETING_STATUSES = ['PLANNED', 'NOTICED', 'HELD', 'PROTOCOL_SIGNED', 'ORDER_PUBLISHED'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** What acts make of a meeting: it is planned, then held. The other statuses have no act yet, so a procedure has no words for them. */
export const MEETING_STATUSES_OF_ACTS: readonly MeetingStatus[] = ['PLANNED', 'HELD'];

export const SHEET_STATUSES = ['EMPTY', 'DRAFT', 'FINAL', 'REOPENED'] as const;
export type SheetStatus = (typeof SHEET_STATUSES)[number];

export const EVIDENCE_FILE_STATUSES = ['PENDING', 'STORED', 'REJECTED', 'REPLACED', 'DELETED', 'LOST'] as const;
export type EvidenceFileStatus = (typeof EVIDENCE_FILE_STATUSES)[number];

/** One instance of a term: SET ahead of its beginning, PAUSED while another stage runs. */
export const DEADLINE_STATUSES = ['SET', 'RUNNING', 'PAUSED', 'MET', 'LAPSED', 'CANCELLED'] as const;
export type DeadlineStatus = (typeof DEADLINE_STATUSES)[number];

/** The machines a procedure gives words to, by the key of `statuses` in procedure.yaml. */
export const MACHINES = {
  application: APPLICATION_STATUSES,
  portfolio: PORTFOLIO_STATUSES,
  assignment: ASSIGNMENT_STATUSES,
  employerConfirmation: EMPLOYER_CONFIRMATION_STATUSES,
  employerPaper: EMPLOYER_PAPER_STATUSES,
  withdrawal: WITHDRAWAL_STATUSES,
  schedule: SCHEDULE_STATUSES,
  meeting: MEETING_STATUSES,
} as const;
export type Machine = keyof typeof MACHINES;
