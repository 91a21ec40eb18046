import { z } from 'zod';
import { ACCOUNT_MODES, BOUNDED, FIELD_TYPES, SHOWN_BY_TYPE, SHOWS, type Shows } from './vocabulary';
import { condition, extension, id, label, option, role, source } from './words';

/** procedure.yaml, who gets in and how: accounts, categories, the application form. */

const notABirthDate = (text: string) => !/birth|рожд/i.test(text);
const BIRTH_DATE = 'a date of birth is never a password';

export const account = z.strictObject({
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

const fieldOfFirstSchema = z.strictObject({
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
  /** What an empty field means, said instead of no answer: «не имею». */
  emptyMeans: label.optional(),
  prefillFrom: z.enum(['card', 'profile', 'esia']).optional(),
  step: id.optional(),
});

/** What a type says by itself that its fields show; undefined where the procedure must say it. */
export const shownByType = (type: string): Shows | undefined => (SHOWN_BY_TYPE as Partial<Record<string, Shows>>)[type];

const field = z
  .strictObject({ ...fieldOfFirstSchema.shape, shows: z.enum(SHOWS).optional(), means: z.enum(BOUNDED).optional() })
  .refine((f) => f.shows ?? shownByType(f.type), {
    path: ['shows'],
    message: `say what it shows: ${SHOWS.join(', ')}`,
  });
/** A field of the form, with what it shows of the person. */
export type Field = z.infer<typeof field> & { shows: Shows };

export const category = z.strictObject({
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

const aroundTheFields = {
  channels: z.array(z.strictObject({ id, label, source })).min(1),
  /** Registration waits for the number that the state portal gave the same application; this role records it. */
  portal: z.strictObject({ label, recordedBy: role, source }).optional(),
  oneApplicationPerPosition: z.boolean(),
  editableAfterSubmit: z.boolean(),
  printSignUpload: z.boolean().optional(),
  onlyTeacherMaySubmit: z.boolean().optional(),
  cardFrozenOnSubmit: z.boolean().optional(),
  steps: z.array(z.strictObject({ id, label })).optional(),
  returnForCorrection: z.discriminatedUnion('allowed', [
    z.strictObject({ allowed: z.literal(true), by: z.array(role).min(1), respondBy: id, source }),
    z.strictObject({ allowed: z.literal(false), reason: z.string(), source }),
  ]),
  withdrawal,
};
export const applicationOfFirstSchema = z.strictObject({ ...aroundTheFields, fields: z.array(fieldOfFirstSchema).min(5) });
export const application = z.strictObject({ ...aroundTheFields, fields: z.array(field).min(5) });
