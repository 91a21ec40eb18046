import { z } from 'zod';
import { caseLine, deadline, decision, periods, sourcedTransition, statuses, transition } from './courseShape';
import { formShape, rule } from './formShape';
import { account, application, applicationOfFirstSchema, category, type Field } from './intakeShape';
import { letter } from './letterShape';
import { opening } from './openingShape';
import { reasonsShape } from './reasonsShape';
import { AGGREGATIONS, DIVERGENCE_RULES, EMPLOYER_MODES, EVENTS, MACHINES, OWN_WORDS, SCOPES, WORD_FORMS } from './vocabulary';
import { extension, id, label, points, role, source } from './words';

/** procedure.yaml: words, roles, form, statuses, transitions, terms of one region. Values and names, never expressions. */

const employerConfirmation = z.strictObject({
  mode: z.enum(EMPLOYER_MODES),
  label,
  requestedOn: z.enum(EVENTS).nullable().optional(),
  respondBy: id.optional(),
  /** Who answers for the school. */
  answeredBy: z.array(role).optional(),
  blocks: z.array(z.enum(['application.submit', 'portfolio.submit', 'review.open', 'agenda.put'])),
  answers: z.array(z.enum([...MACHINES.employerConfirmation, ...MACHINES.employerPaper])),
  /** What the school confirms of the teacher by its answer, named in the region's words. */
  confirms: z.strictObject({ label, source }).optional(),
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
  /** false: experts give no points, their conclusion alone ends the review. */
  pointsSheet: z.literal(false).optional(),
  /** Who passes a verified case on to the centre; without it the secretary takes the case from the verdict. */
  handover: z.strictObject({ by: role, source }).optional(),
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

const paper = z.strictObject({
  id,
  label,
  format: z.enum(['pdf', 'docx', 'xlsx']),
  event: z.enum(EVENTS),
  audience: z.array(role).min(1),
  source,
  /** The heading of a schedule's paper: {{municipality}}, {{period}} are filled in. */
  heading: label.optional(),
  columns: z.array(label).optional(),
  signedScanRequired: z.boolean().optional(),
  public: z.boolean().optional(),
});

const inEverySchema = {
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['draft', 'published']),
  /** true: built from examples, not an official document; shown wherever a proposed value decides something. */
  example: z.boolean(),
  region: z.strictObject({
    code: z.string().regex(/^\d{2}$/),
    label,
    timezone: z.string(),
    /** How the region says its time after an hour, e.g. «по московскому времени». */
    timezoneWords: label.optional(),
  }),
  system: z.strictObject({
    label,
    operator: label,
    commission: label,
    /** Whom people ask and how, e.g. the telephones; letters end with it. */
    contact: label.optional(),
    source,
    /** Whose name stands over the region's letters where it is not the system's. */
    sender: z.strictObject({ label, source }).optional(),
  }),
  provenance: z.strictObject({
    note: z.string(),
    sources: z.array(z.strictObject({ id, kind: z.enum(['seed', 'found']), ref: z.string(), title: z.string() })).min(1),
  }),
  roles: z.array(z.strictObject({ key: role, label, scope: z.enum(SCOPES), source })),
  accounts: z.array(account).min(1),
  categories: z.array(category).min(2),
  employerConfirmation,
  portfolio,
  assessment,
  statuses,
  caseLine,
  transitions: z.array(transition).min(5),
  decision,
  periods,
  deadlines: z.array(deadline).min(3),
  documents: z.array(paper).min(1),
};
const ownWords = z.array(z.strictObject({ key: id, label, source }));
const formsOf = <const F extends string>(forms: readonly F[]) => z.partialRecord(z.enum(forms), z.string().min(1));
/** A word with the forms that texts put it into. */
const wordWithForms = z.strictObject({
  key: z.enum(OWN_WORDS),
  label,
  forms: z.strictObject({ ru: formsOf(WORD_FORMS), en: formsOf(['many']) }).optional(),
  source,
});

/** schemaVersion 1, in which versions up to 1.0.0 are published: it never changes, since checksums are taken over what it parses. */
const fileOfFirstSchema = z.strictObject({
  schemaVersion: z.literal(1),
  ...inEverySchema,
  terms: ownWords,
  application: applicationOfFirstSchema,
});
/** schemaVersion 2: every field says what it shows of the person, the procedure opens kinds of data to roles, the region's words are `words`. */
const fileOfSecondSchema = z.strictObject({
  schemaVersion: z.literal(2),
  ...inEverySchema,
  words: ownWords,
  application,
  rights: z.array(opening),
});
/** schemaVersion 3: like 2, every transition says its source, words are of a closed list and have forms; checks that earlier versions cannot meet begin here. */
export const procedureFileShape = z.strictObject({
  ...fileOfSecondSchema.shape,
  schemaVersion: z.literal(3),
  words: z.array(wordWithForms),
  transitions: z.array(sourcedTransition).min(5),
});
export const anyFileShape = z.discriminatedUnion('schemaVersion', [fileOfFirstSchema, fileOfSecondSchema, procedureFileShape]);
export type FileOfFirstSchema = z.infer<typeof fileOfFirstSchema>;
export type AnyFile = z.infer<typeof anyFileShape>;

type OwnWordShape = Omit<z.infer<typeof wordWithForms>, 'key'> & { key: string };
/** procedure.yaml as every process reads it, whichever schema it is written in (normalise.ts). */
export type ProcedureFile = Omit<z.infer<typeof fileOfSecondSchema>, 'schemaVersion' | 'words' | 'application'> & {
  /** 2 for what is written in 1 or 2. */
  schemaVersion: 2 | 3;
  words: OwnWordShape[];
  application: Omit<z.infer<typeof application>, 'fields'> & { fields: Field[] };
};

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

const around = {
  reasons: reasonsShape,
  forms: z.array(formShape).min(1),
  letters: z.array(letter).min(1),
  positions: z.array(positionShape).min(1),
};
type Around = z.infer<z.ZodObject<typeof around>>;

/** What is stored and read again: one procedure as its files say it, with its reasons, forms, letters and the names of the positions it serves. */
export const documentShape = z.discriminatedUnion('schemaVersion', [
  z.strictObject({ ...fileOfFirstSchema.shape, ...around }),
  z.strictObject({ ...fileOfSecondSchema.shape, ...around }),
  z.strictObject({ ...procedureFileShape.shape, ...around }),
]);
export type ProcedureDocument = z.infer<typeof documentShape>;
/** A stored procedure as every process reads it. It is itself a document, of schemaVersion 2 or 3. */
export type Procedure = ProcedureFile & Around;

export type { Deadline, Transition } from './courseShape';
export type { Criterion, Form, Group, Indicator, Leaf, Rule, Section, Threshold } from './formShape';
export type { Field } from './intakeShape';
export type { Letter } from './letterShape';
export type { Opening } from './openingShape';
export type { Reason, ReasonedAct } from './reasonsShape';
export type { FieldCondition, Label } from './words';
