/**
 * The closed words of a procedure. A region's files may only use these; a new word needs code, a new order of them does not.
 * Statuses are participles, actions verbs.
 */

import type { DomainEvent, Role } from './actions';
import type { ApplicationStatus } from './statuses';

export * from './actions';
export * from './statuses';

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
  'birth_date',
  'identity_document',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** What a day, a year or a number of years means in somebody's life: its bounds go by that (domain/typed/bounds.ts). */
export const BOUNDED = ['birth', 'appointment', 'diploma', 'experience', 'category_end'] as const;
export type Bounded = (typeof BOUNDED)[number];

export const INDICATOR_INPUTS = ['file', 'file_or_link', 'file_and_values', 'table', 'text', 'record', 'select', 'multiselect'] as const;
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

/** Papers of a case that are no evidence: each is attached by an act of its own. */
export const CASE_PAPERS = ['signed_application', 'employer_paper', 'withdrawal', 'conclusion', 'information'] as const;
export type CasePaper = (typeof CASE_PAPERS)[number];

/** What a field of the form shows of a person: what everybody who sees the case needs, how to reach him, who he is. */
export const SHOWS = ['case', 'contact', 'identity'] as const;
export type Shows = (typeof SHOWS)[number];

/** Types that say by themselves what they show; a field of any other type says it in the procedure. */
export const SHOWN_BY_TYPE = {
  email: 'contact',
  phone: 'contact',
  snils: 'contact',
  birth_date: 'identity',
  identity_document: 'identity',
} as const satisfies Partial<Record<FieldType, Shows>>;

/** Kinds of a case's data that not everybody who sees the case may read; what each role reads by itself is in src/domain/rights.ts. */
export const KINDS = ['contact', 'identity', 'form_file', 'evidence', 'paper', 'expert_name', 'other_scores', 'internal_note'] as const;
export type Kind = (typeof KINDS)[number];

/** From when a procedure opens a kind to a role: a moment in the course of the case. */
export const OPENING_MOMENTS = [
  'application.submitted',
  'employer.confirmation_requested',
  'expert.confirmed',
  'portfolio.sent',
] as const satisfies readonly DomainEvent[];
export type OpeningMoment = (typeof OPENING_MOMENTS)[number];

/** Whom the executor may ask while he looks at an application. */
export const ADDRESSEES = ['AGENCY', 'EMPLOYER', 'TEACHER'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

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

/** Things that regions have words of their own for; each is spoken by some text of the interface (src/messages). */
export const OWN_WORDS = [
  'teacher',
  'applicant',
  'expert',
  'appointer',
  'requested_category',
  'attestation_form',
  'portfolio',
  'create_portfolio',
  'employer_confirmation',
  'card',
  'cabinet',
  'my_applications',
  'my_messages',
  'schedule',
  'period',
  'conclusion',
  'score_sheet',
  'withdrawal',
  'readiness',
  'assessment_course',
] as const;
export type OwnWord = (typeof OWN_WORDS)[number];

/** Forms of a word beside its first: the cases of Russian, after two to four (`few`), and the plural; English has the plural alone. */
export const WORD_FORMS = ['gen', 'dat', 'acc', 'ins', 'pre', 'few', 'many', 'many_gen', 'many_dat', 'many_ins', 'many_pre'] as const;
export type WordForm = (typeof WORD_FORMS)[number];

export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Pages that a published procedure has from schemaVersion 3 on, where it has the role. */
export const PAGES_OF_ROLES: Readonly<Partial<Record<string, Role>>> = { coordinator: 'COORDINATOR', administrator: 'ADMINISTRATOR' };

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
  'coordinator',
  'administrator',
] as const;
export type PageName = (typeof PAGES)[number];
