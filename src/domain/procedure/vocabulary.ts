/**
 * The closed words of a procedure. A region's files may only use these; a new word needs code, a new order of them does not.
 * Statuses are participles, actions verbs.
 */

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

export const SHEET_STATUSES = ['EMPTY', 'DRAFT', 'FINAL', 'REOPENED'] as const;
export type SheetStatus = (typeof SHEET_STATUSES)[number];

export const EVIDENCE_FILE_STATUSES = ['PENDING', 'STORED', 'REJECTED', 'REPLACED', 'DELETED', 'LOST'] as const;
export type EvidenceFileStatus = (typeof EVIDENCE_FILE_STATUSES)[number];

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

export const ROLES = [
  'TEACHER',
  'SCHOOL_HR',
  'SCHOOL_DEPUTY',
  'SCHOOL_HEAD',
  'SCHOOL_COORDINATOR',
  'COORDINATOR',
  'OPERATOR',
  'WORKING_GROUP',
  'EXPERT',
  'SECRETARY',
  'COMMISSION_MEMBER',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** Who may stand behind an act: a role, or the system itself. */
export const ACTORS = [...ROLES, 'SYSTEM'] as const;
export type ActorRole = (typeof ACTORS)[number];

export const SCOPES = ['self', 'organisation', 'municipality', 'region', 'assignment'] as const;
export type Scope = (typeof SCOPES)[number];

/** How far a role sees: one scope per role, the same in every region. */
export const ROLE_SCOPE: Record<ActorRole, Scope> = {
  TEACHER: 'self',
  SCHOOL_HR: 'organisation',
  SCHOOL_DEPUTY: 'organisation',
  SCHOOL_HEAD: 'organisation',
  SCHOOL_COORDINATOR: 'organisation',
  COORDINATOR: 'municipality',
  OPERATOR: 'region',
  WORKING_GROUP: 'region',
  EXPERT: 'assignment',
  SECRETARY: 'region',
  COMMISSION_MEMBER: 'region',
  ADMINISTRATOR: 'region',
  SYSTEM: 'region',
};

/** Acts that move an application (or record data on it): the transitions' verbs. */
export const ACTIONS = [
  'submit',
  'register',
  'resubmit',
  'return_for_correction',
  'accept',
  'admit',
  'refuse_intake',
  'request_information',
  'resume_review',
  'schedule',
  'send_simplified',
  'submit_portfolio',
  'approve_schedule',
  'send_to_review',
  'open_review',
  'complete_review',
  'reopen_review',
  'sign_conclusion',
  'verify',
  'put_on_agenda',
  'open_session',
  'record_decision',
  'grant',
  'refuse',
  'withdraw',
  'expire',
  'restore',
  'archive',
  'appeal',
  'uphold_appeal',
  'reject_appeal',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Acts on the records beside the application; their tables are code, equal for all regions (src/domain/acts.ts). */
export const RECORD_ACTIONS = [
  'edit_application',
  'edit_portfolio',
  'confirm_employer',
  'dispute_employer',
  'ask_employer_again',
  'escalate_employer',
  'confirm_employer_on_paper',
  'attach_employer_paper',
  'accept_employer_paper',
  'return_employer_paper',
  'answer_information',
  'appoint_experts',
  'confirm_participation',
  'decline_assignment',
  'declare_conflict',
  'replace_expert',
  'waive_conflict',
  'start_scoring',
  'save_score',
  'finish_sheet',
  'reopen_sheet',
  'attach_conclusion',
  'form_withdrawal',
  'attach_withdrawal',
  'send_withdrawal',
  'register_withdrawal',
  'decline_withdrawal',
  'approve_schedule_edition',
  'change_schedule',
  'plan_meeting',
  'notice_meeting',
  'hold_meeting',
  'sign_protocol',
  'publish_order',
] as const;
export type RecordAction = (typeof RECORD_ACTIONS)[number];

/** False while fewer than `experts.min` assignments are confirmed: an empty set never passes. */
export const EXPERT_GUARDS = ['experts_confirmed', 'all_experts_scored'] as const;

export const GUARDS = [
  ...EXPERT_GUARDS,
  'profile_filled',
  'card_confirmed',
  'signed_application_uploaded',
  'registration_number_assigned',
  'employer_confirmed',
  'employer_note_attached',
  'portfolio_required_filled',
  'information_received',
  'period_set',
  'schedule_approved',
  'review_started',
  'review_reopened',
  'conclusion_attached',
  'verdict_recorded',
  'session_set',
  'session_held',
  'quorum_present',
  'decision_recorded',
  'decision_grants',
  'decision_refuses',
  'order_issued',
  'withdrawal_registered',
  'warnings_sent',
  'never_submitted',
  'already_submitted',
] as const;
export type Guard = (typeof GUARDS)[number];

/** While one holds, a status shows other words. */
export const CONDITIONS = [
  'period_not_set',
  'experts_not_assigned',
  'experts_not_confirmed',
  'schedule_not_approved',
  'employer_not_confirmed',
  'employer_note_missing',
  'portfolio_not_sent',
  'conclusion_not_attached',
  'verdict_meets',
  'verdict_does_not_meet',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const EVENTS = [
  'account.credentials_issued',
  'account.invited',
  'account.deadline_soon',
  'account.password_reset',
  'account.locked',
  'application.formed',
  'application.submitted',
  'application.registered',
  'application.returned',
  'application.resubmitted',
  'application.accepted',
  'application.admitted',
  'application.intake_refused',
  'application.scheduled',
  'application.status_changed',
  'application.expired',
  'application.restored',
  'application.closed',
  'application.withdrawn',
  'attestation.started',
  'employer.confirmation_requested',
  'employer.reminded',
  'employer.confirmed',
  'employer.refused',
  'employer.note_requested',
  'employer.released',
  'information.requested',
  'experts.appointment_due',
  'expert.invited',
  'expert.assigned',
  'expert.confirmed',
  'expert.declined',
  'expert.lapsed',
  'expert.replaced',
  'expert.released',
  'expert.last_activity',
  'expert.review_opened',
  'expert.idle_soon',
  'portfolio.sent',
  'portfolio.deadline_soon',
  'review.opened',
  'review.completed',
  'review.reopened',
  'conclusion.signed',
  'schedule.drafted',
  'session.scheduled',
  'session.held',
  'decision.recorded',
  'decision.published',
  'withdrawal.formed',
  'withdrawal.sent',
  'withdrawal.registered',
  'withdrawal.declined',
  'deadline.soon',
  'reminder.not_submitted',
  'month.started',
  'on_demand',
] as const;
export type DomainEvent = (typeof EVENTS)[number];

/** What the teacher may do in a status (`may`); what is not listed is refused. */
export const TEACHER_RIGHTS = ['edit_application', 'edit_portfolio', 'withdraw'] as const;
export type TeacherRight = (typeof TEACHER_RIGHTS)[number];

export const ACCOUNT_MODES = [
  'email_credentials',
  'snils_activation',
  'self_registration',
  'invitation',
  'issued_by_operator',
  'esia',
  'state_portal',
] as const;
export type AccountMode = (typeof ACCOUNT_MODES)[number];

export const EMPLOYER_MODES = ['none', 'confirm_facts', 'analytical_note', 'card_prefilled', 'sign_portfolio'] as const;
export type EmployerMode = (typeof EMPLOYER_MODES)[number];

export const FIELD_TYPES = [
  'text',
  'number',
  'date',
  'email',
  'phone',
  'checkbox',
  'select',
  'file',
  'files',
  'snils',
  'municipality',
  'organisation',
  'position',
  'category',
  'held_category',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export const INDICATOR_INPUTS = ['file', 'file_or_link', 'table', 'text', 'record', 'select', 'multiselect'] as const;
export type IndicatorInput = (typeof INDICATOR_INPUTS)[number];

export const RULE_TYPES = ['points', 'scale', 'bands', 'options', 'level_table'] as const;
export type RuleType = (typeof RULE_TYPES)[number];

export const AGGREGATIONS = ['mean', 'median', 'joint'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const DIVERGENCE_RULES = ['third_expert', 'flag'] as const;
export type DivergenceRule = (typeof DIVERGENCE_RULES)[number];

export const OUTCOMES = ['establish', 'refuse'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const PERIOD_KINDS = ['monthly_sessions', 'two_month_overlapping', 'rolling', 'sessions_by_date'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export const DEADLINE_UNITS = ['calendar_days', 'working_days', 'day_of_month'] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];

/** Stages that terms hold up: terms of one stage run side by side, stages follow each other. */
export const DEADLINE_STAGES = ['frame', 'intake', 'preparation', 'expertise', 'meeting', 'outside'] as const;
export type DeadlineStage = (typeof DEADLINE_STAGES)[number];

/** What a lapsed term does, and the statuses a transition watched by it may lead to. */
export const EXPIRY_TARGETS = {
  flag: [],
  remind: [],
  lock_account: ['EXPIRED'],
  expire_application: ['EXPIRED'],
  refuse_intake: ['INTAKE_REFUSED'],
  lapse_assignment: [],
  replace_expert: [],
  archive: ['ARCHIVED'],
} as const satisfies Record<string, readonly ApplicationStatus[]>;
export type ExpiryAction = keyof typeof EXPIRY_TARGETS;

/** Where a value of a procedure comes from; `proposed` is an editable example, never official. */
export const SOURCES = ['seed', 'derived', 'found', 'proposed'] as const;
export type Source = (typeof SOURCES)[number];

export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A public help page of a procedure: pages/<name>.<ru|en>.md. */
export const PAGES = [
  'what-it-is',
  'how-to-apply',
  'terms',
  'materials',
  'good-file',
  'teacher',
  'school',
  'operator',
  'expert',
  'secretary',
] as const;
export type PageName = (typeof PAGES)[number];
