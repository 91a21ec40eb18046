import type { CardFacts } from '../cardMatch';
import type { Day } from '../days';
import type {
  Addressee,
  ApplicationStatus,
  AssignmentStatus,
  EmployerConfirmationStatus,
  EmployerPaperStatus,
  MeetingStatus,
  Outcome,
  PortfolioStatus,
  Role,
  ScheduleStatus,
  SheetStatus,
  WithdrawalStatus,
} from '../procedure/vocabulary';

/** A saved value of a form field: text, number, date (ISO day), id of a position, organisation, category... File fields count files in `fieldFiles`. */
export type FieldValue = string | number | boolean | null;

export interface AssignmentFacts {
  status: AssignmentStatus;
  /** null while no sheet exists. */
  sheet: SheetStatus | null;
}

/** The meeting of the step at hand (schedule.ts `stepAtHand`) on whose agenda the case stands. */
export interface MeetingFacts {
  step: string;
  /** ISO day in the region's zone. */
  date: string;
  status: MeetingStatus;
}

/** Everything decide() needs to know about one application: read in the transaction that holds its lock. */
export interface Facts {
  /** The region's day on which they were read. */
  today: Day;
  status: ApplicationStatus;
  values: Record<string, FieldValue>;
  /** Files stored per file field, and file fields with an upload under way. */
  fieldFiles: Record<string, number>;
  pendingFieldFiles: string[];
  everSubmitted: boolean;
  /** Another open application of the same person for the same position. */
  otherOpenForPosition: boolean;
  /** Own registration number; registration waits for portalNumber where the procedure names a portal. */
  number: string | null;
  portalNumber: string | null;
  profileFilled: boolean;
  /** The school's card behind the application, while sending asks for it; null = there is none. */
  card: CardFacts | null;
  signedApplication: boolean;
  /** Somebody holds the coordinator's role in the municipality of the case; asked only where the procedure has a stand-in for him. */
  coordinatorActive: boolean;
  employerConfirmation: EmployerConfirmationStatus | null;
  /** Roles that have signed what the school certifies, where the procedure names several signers. */
  employerSignatures: Role[];
  employerPaper: EmployerPaperStatus | null;
  portfolio: {
    status: PortfolioStatus;
    /** Indicators with an upload that still holds up sending (younger than its policy). */
    pending: string[];
    /** Stored pieces of evidence per indicator (files, links, rows, texts). */
    filled: Record<string, number>;
    /** Indicators that ask for a file and its values and have one of the two. */
    half?: readonly string[];
  };
  assignments: AssignmentFacts[];
  /** Assignments in CONFLICT or DECLINED after confirmation, not yet answered by another appointment or a recorded waiver. */
  openConflicts: number;
  /** A counted sheet was reopened with a reason and is not final again. */
  reopened: boolean;
  /** The scores diverge and the procedure asks for a further expert, who has not finished. */
  furtherExpertPending: boolean;
  /** The last day that was stated for confirming to those who take part, and whether it is over; null where nobody who takes part was given one. */
  confirmationDay: { until: string; past: boolean } | null;
  /** An expert has opened the sheet, or the first day of the case's period has come. */
  reviewStarted: boolean;
  conclusionAttached: boolean;
  verdict: string | null;
  /** The coordinator has passed the verified case to the centre. */
  handedOver: boolean;
  /** Requests for information, and who still owes an answer. */
  requests: { asked: number; awaited: Addressee[] };
  period: string | null;
  scheduleStatus: ScheduleStatus | null;
  meeting: MeetingFacts | null;
  quorum: boolean | null;
  decision: { outcome: Outcome } | null;
  order: { number: string; date: string } | null;
  withdrawal: WithdrawalStatus | null;
  /** Ids of terms of this case that have lapsed and are not moved or paused. */
  lapsed: string[];
  /** Ids of terms whose every warning went out. */
  warned: string[];
}

/** Facts of a case that has just begun; a starting point for a draft and for tests. */
export function emptyFacts(): Facts {
  return {
    today: '2026-11-16',
    status: 'DRAFT',
    values: {},
    fieldFiles: {},
    pendingFieldFiles: [],
    everSubmitted: false,
    otherOpenForPosition: false,
    number: null,
    portalNumber: null,
    profileFilled: true,
    card: null,
    signedApplication: false,
    coordinatorActive: true,
    employerConfirmation: null,
    employerSignatures: [],
    employerPaper: null,
    portfolio: { status: 'NONE', pending: [], filled: {} },
    assignments: [],
    openConflicts: 0,
    reopened: false,
    furtherExpertPending: false,
    confirmationDay: null,
    reviewStarted: false,
    conclusionAttached: false,
    verdict: null,
    handedOver: false,
    requests: { asked: 0, awaited: [] },
    period: null,
    scheduleStatus: null,
    meeting: null,
    quorum: null,
    decision: null,
    order: null,
    withdrawal: null,
    lapsed: [],
    warned: [],
  };
}
