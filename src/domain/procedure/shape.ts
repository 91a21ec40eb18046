import { z } from 'zod';
import { formShape, rule } from './formShape';
import { letter } from './letterShape';
import {
  ACCOUNT_MODES,
  ACTIONS,
  AGGREGATIONS,
  APPLICATION_STATUSES,
  CONDITIONS,
  DEADLINE_STAGES,
  DEADLINE_UNITS,
  DIVERGENCE_RULES,
  EMPLOYER_MODES,
  EVENTS,
  EXPIRY_TARGETS,
  type ExpiryAction,
  FIELD_TYPES,
  GUARDS,
  MACHINES,
  OUTCOMES,
  PERIOD_KINDS,
  type RECORD_ACTIONS,
  SCOPES,
  TEACHER_RIGHTS,
} from './vocabulary';
import { condition, extension, id, isoDay, label, option, points, role, source, words } from './words';

/** procedure.yaml: words, roles, form, statuses, transitions, terms of one region. Values and names, never expressions. */

const notABirthDate = (text: string) => !/birth|рожд/i.test(text);
const BIRTH_DATE = 'a date of birth is never a password';

const account = z.strictObject({
  role,
  source,
  mode: z.string().refine(notABirthDate, BIRTH_DATE).pipe(z.enum(ACCOUNT_MODES)),
  login: z.enum(['generated', 'chosen', 'snils', 'internal', 'email_or_phone']).optional(),
  loginFormat: z.string().optional(),
  password: z
    .string()
    .refine(notABirthDate, BIRTH_DATE)
    .pipe(z.enum(['generated', 'chosen']))
    .optional(),
  activation: z
    .array(z.enum(['letter', 'printed_code']))
    .min(1)
    .optional(),
  credentialsValidDays: z.number().int().positive().optional(),
  lockIfUnused: z.boolean().optional(),
  profileRequired: z.array(z.string()).optional(),
  invitedBy: role.optional(),
  issuedBy: role.optional(),
  passwordReset: z.boolean().optional(),
  unusedAccountCleanup: z.string().optional(),
  roleChosenAfterLogin: z.boolean().optional(),
  alsoEsia: z.boolean().optional(),
});

const field = z.strictObject({
  id,
  type: z.enum(FIELD_TYPES),
  label,
  required: z.boolean(),
  source,
  options: z.array(option).optional(),
  accept: z.array(extension).optional(),
  dependsOn: id.optional(),
  visibleWhen: condition.optional(),
  requiredWhen: condition.optional(),
  hint: label.optional(),
  /** A date that may also be "without end"; saved as the word `indefinite`. */
  indefinite: label.optional(),
  prefillFrom: z.enum(['card', 'profile', 'esia']).optional(),
  step: id.optional(),
});
export type Field = z.infer<typeof field>;

const category = z.strictObject({
  id,
  label,
  offered: z.boolean(),
  /** Held now or ever, in any position (Order 196, п. 30). */
  requires: z.strictObject({ held: z.array(id).min(1), employerPetition: z.boolean() }).optional(),
  source,
});

const withdrawal = z.strictObject({
  enabled: z.boolean(),
  by: z.array(role),
  document: id.nullable(),
  reasonRequired: z.boolean(),
  needsRegistration: z.boolean(),
  registeredBy: z.array(role).min(1).optional(),
  mayBeDeclined: z.boolean(),
  source,
});

const application = z.strictObject({
  channels: z.array(z.strictObject({ id, label, source })).min(1),
  oneApplicationPerPosition: z.boolean(),
  editableAfterSubmit: z.boolean(),
  printSignUpload: z.boolean().optional(),
  onlyTeacherMaySubmit: z.boolean().optional(),
  cardFrozenOnSubmit: z.boolean().optional(),
  steps: z.array(z.strictObject({ id, label })).optional(),
  fields: z.array(field).min(5),
  returnForCorrection: z.discriminatedUnion('allowed', [
    z.strictObject({ allowed: z.literal(true), by: z.array(role).min(1), respondBy: id, source }),
    z.strictObject({ allowed: z.literal(false), reason: z.string(), source }),
  ]),
  withdrawal,
});

const employerConfirmation = z.strictObject({
  mode: z.enum(EMPLOYER_MODES),
  label,
  requestedOn: z.enum(EVENTS).nullable().optional(),
  respondBy: id.optional(),
  /** Who answers for the school. */
  answeredBy: z.array(role).optional(),
  blocks: z.array(z.enum(['application.submit', 'portfolio.submit', 'review.open'])),
  answers: z.array(z.enum([...MACHINES.employerConfirmation, ...MACHINES.employerPaper])),
  signers: z.array(role).optional(),
  source,
});

const fileLimits = z.strictObject({
  maxBytes: z.number().int().positive(),
  extensions: z.array(extension).min(1),
  filesPerIndicator: z.number().int().positive(),
  filesPerIndicatorSource: source.optional(),
  source,
});
export type FileLimits = z.infer<typeof fileLimits>;

const portfolio = z.strictObject({
  label,
  lockOnSubmit: z.boolean(),
  optional: z.boolean().optional(),
  allowLinks: z.boolean().optional(),
  teacherMayEdit: z.boolean().optional(),
  submitLabel: label,
  fileLimits,
});

const assessment = z.strictObject({
  method: z.enum(['points', 'conclusion']),
  defaultRule: rule,
  scales: z.array(z.strictObject({ id, source, options: z.array(points).min(2) })).optional(),
  verdicts: z.array(z.strictObject({ id, label, source })).optional(),
  experts: z.strictObject({
    min: z.number().int().nonnegative(),
    max: z.number().int().positive(),
    reserve: z.number().int().nonnegative(),
    reserveSource: source.optional(),
    countNote: z.string().optional(),
    selectedBy: role,
    fallbackSelectedBy: role.optional(),
    sameMunicipalityOnly: z.boolean(),
    excludeSameOrganisation: z.boolean(),
    /** false: an appointed expert is CONFIRMED at once. */
    invitation: z.boolean(),
    firstComeFirstServed: z.boolean().optional(),
    declineReasonRequired: z.boolean().optional(),
    confirmBy: id.optional(),
    idleAfter: id.optional(),
    scoreBy: id,
    source,
  }),
  scoring: z.strictObject({
    /** A finished sheet changes only when reopened; cells save themselves and stay editable until then. */
    lockAfterSave: z.boolean(),
    /** Finishing asks once more. */
    twoStepSave: z.boolean().optional(),
    commentPerCriterion: z.boolean(),
    recommendationsRequired: z.boolean(),
    /** false: hidden until one's own sheet is FINAL. */
    showOtherExperts: z.boolean(),
    teacherSignsConclusion: z.boolean().optional(),
    source,
  }),
  aggregation: z.strictObject({
    method: z.enum(AGGREGATIONS),
    rounding: z.literal('half_up'),
    divergencePercent: z.number().min(0),
    onDivergence: z.enum(DIVERGENCE_RULES),
    source,
  }),
});

const statuses = z.strictObject({
  application: z
    .array(
      z.strictObject({
        status: z.enum(APPLICATION_STATUSES),
        label,
        source,
        tone: z.literal('danger').optional(),
        /** Other words while a condition holds, the first that holds wins. */
        labels: z
          .array(z.strictObject({ when: z.enum(CONDITIONS), label, source }))
          .min(1)
          .optional(),
        /** What the teacher may do; what is not listed is refused. */
        may: z.array(z.enum(TEACHER_RIGHTS)).min(1).optional(),
        terminal: z.boolean().optional(),
        resubmittable: z.boolean().optional(),
        clockStopped: z.boolean().optional(),
        definition: label.optional(),
      }),
    )
    .min(5),
  portfolio: words(MACHINES.portfolio).min(2),
  assignment: words(MACHINES.assignment).min(2),
  employerConfirmation: words(MACHINES.employerConfirmation).optional(),
  employerPaper: words(MACHINES.employerPaper).optional(),
  schedule: words(MACHINES.schedule).optional(),
  meeting: words(MACHINES.meeting).optional(),
  withdrawal: words(MACHINES.withdrawal).min(1),
});

const transition = z.strictObject({
  from: z.enum(APPLICATION_STATUSES),
  to: z.enum(APPLICATION_STATUSES),
  action: z.enum(ACTIONS),
  actor: role,
  guards: z.array(z.enum(GUARDS)).min(1).optional(),
  when: condition.optional(),
  unless: condition.optional(),
  deadline: id.optional(),
  records: z.literal('verdict').optional(),
  note: z.string().optional(),
  source: source.optional(),
});
export type Transition = z.infer<typeof transition>;

const reason = z.strictObject({ id, label, source });
export type Reason = z.infer<typeof reason>;

const deadline = z.strictObject({
  id,
  label,
  from: z.enum(EVENTS),
  /** The events that meet it; a term of a transition is met by leaving its status. */
  metBy: z.array(z.enum(EVENTS)).min(1).optional(),
  amount: z.number().int().positive().optional(),
  dayOfMonth: z.number().int().min(1).max(31).optional(),
  unit: z.enum(DEADLINE_UNITS),
  stage: z.enum(DEADLINE_STAGES),
  onExpiry: z.enum(Object.keys(EXPIRY_TARGETS) as [ExpiryAction, ...ExpiryAction[]]),
  /** Days before the end (in the term's own unit) on which the letter goes. */
  warn: z.strictObject({ before: z.array(z.number().int().positive()).min(1), letter: id }).optional(),
  /** The letter that goes when the term lapses with `remind`. */
  reminder: id.optional(),
  /** Sample dates of a seed, never a rule. */
  example: z.strictObject({ from: isoDay.optional(), until: isoDay, source }).optional(),
  source,
  note: z.string().optional(),
  overridablePerCase: z.boolean().optional(),
});
export type Deadline = z.infer<typeof deadline>;

const decision = z.strictObject({
  body: z.literal('commission'),
  sessionKind: z.enum(['single', 'two_step']),
  steps: z.array(id).min(1),
  outcomes: z.array(z.enum(OUTCOMES)).min(2),
  /** How many of how many members must be in. */
  quorum: z.strictObject({
    need: z.number().int().positive(),
    of: z.number().int().positive(),
    minMembers: z.number().int().positive(),
    source,
  }),
  /** The outcome of a tie. */
  tie: z.enum(OUTCOMES),
  order: z.strictObject({ perCategory: z.boolean(), label: label.optional(), publishOn: z.array(label).optional(), source }),
  teacherPresence: z.enum(['optional', 'chosen_by_teacher', 'required']),
  source,
});

const periods = z.strictObject({
  kind: z.enum(PERIOD_KINDS),
  note: z.string().optional(),
  sessionDay: z.number().int().min(1).max(28).optional(),
  firstMonth: z.number().int().min(1).max(12).optional(),
  lastMonth: z.number().int().min(1).max(12).optional(),
  labelPattern: z.strictObject({ ru: z.string(), en: z.string() }).optional(),
  items: z.array(z.strictObject({ id, startMonth: z.number().int().min(1).max(12), label })).optional(),
  source,
});

const paper = z.strictObject({
  id,
  label,
  format: z.enum(['pdf', 'docx', 'xlsx']),
  event: z.enum(EVENTS),
  audience: z.array(role).min(1),
  source,
  columns: z.array(label).optional(),
  signedScanRequired: z.boolean().optional(),
  public: z.boolean().optional(),
});

/** Acts that may ask for a reason from a list of the procedure. */
export const REASONED_ACTS = [
  'refuse_intake',
  'return_for_correction',
  'withdraw',
  'reopen_review',
  'dispute_employer',
  'decline_assignment',
] as const;
export type ReasonedAct = (typeof REASONED_ACTS)[number] & ((typeof ACTIONS)[number] | (typeof RECORD_ACTIONS)[number]);

export const procedureFileShape = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['draft', 'published']),
  /** true: built from examples, not an official document; shown wherever a proposed value decides something. */
  example: z.boolean(),
  region: z.strictObject({ code: z.string().regex(/^\d{2}$/), label, timezone: z.string() }),
  system: z.strictObject({ label, operator: label, commission: label, source }),
  provenance: z.strictObject({
    note: z.string(),
    sources: z.array(z.strictObject({ id, kind: z.enum(['seed', 'found']), ref: z.string(), title: z.string() })).min(1),
  }),
  terms: z.array(z.strictObject({ key: id, label, source })),
  roles: z.array(z.strictObject({ key: role, label, scope: z.enum(SCOPES), source })),
  accounts: z.array(account).min(1),
  categories: z.array(category).min(2),
  application,
  reasons: z.partialRecord(z.enum(REASONED_ACTS), z.array(reason).min(1)),
  employerConfirmation,
  portfolio,
  assessment,
  statuses,
  /** Four to six steps of a case in the region's words, for the line above it. */
  caseLine: z
    .array(z.strictObject({ id, label, statuses: z.array(z.enum(APPLICATION_STATUSES)).min(1), deadline: id.optional(), source }))
    .min(3)
    .max(6),
  transitions: z.array(transition).min(5),
  decision,
  periods,
  deadlines: z.array(deadline).min(3),
  documents: z.array(paper).min(1),
});
export type ProcedureFile = z.infer<typeof procedureFileShape>;

export const positionShape = z.strictObject({
  id,
  label,
  nomenclature: z.boolean(),
  source: z.enum(['seed', 'found', 'known']),
  parent: id.optional(),
  levels: z.array(id).optional(),
  note: z.string().optional(),
  formerLabel: label.optional(),
});
export type Position = z.infer<typeof positionShape>;

/** What is stored and read again: one procedure with its forms, its letters and the names of the positions it serves. */
export const procedureShape = z.strictObject({
  ...procedureFileShape.shape,
  forms: z.array(formShape).min(1),
  letters: z.array(letter).min(1),
  positions: z.array(positionShape).min(1),
});
export type Procedure = z.infer<typeof procedureShape>;

export type { Criterion, Form, Group, Indicator, Leaf, Rule, Section } from './formShape';
export type { Letter } from './letterShape';
export type { FieldCondition, Label } from './words';
