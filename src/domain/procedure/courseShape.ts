import { z } from 'zod';
import {
  ACTIONS,
  ADDRESSEES,
  APPLICATION_STATUSES,
  CONDITIONS,
  DEADLINE_STAGES,
  DEADLINE_UNITS,
  EVENTS,
  EXPIRY_TARGETS,
  type ExpiryAction,
  GUARDS,
  MACHINES,
  OUTCOMES,
  PERIOD_KINDS,
  TEACHER_RIGHTS,
} from './vocabulary';
import { condition, id, isoDay, label, role, source, words } from './words';

/** procedure.yaml, the course of a case: words of statuses, transitions, terms, decision, periods. */

export const statuses = z.strictObject({
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

export const transition = z.strictObject({
  from: z.enum(APPLICATION_STATUSES),
  to: z.enum(APPLICATION_STATUSES),
  action: z.enum(ACTIONS),
  actor: role,
  guards: z.array(z.enum(GUARDS)).min(1).optional(),
  when: condition.optional(),
  unless: condition.optional(),
  deadline: id.optional(),
  /** What an act that stays in its status leaves behind: a verdict, or the session on whose agenda the case is put. */
  records: z.enum(['verdict', 'session']).optional(),
  /** Questions that leave with the act itself, without an act of their own; whoever does the act asks them. */
  requests: z
    .array(z.strictObject({ addressee: z.enum(ADDRESSEES), text: label, source }))
    .min(1)
    .max(10)
    .optional(),
  note: z.string().optional(),
  source: source.optional(),
});
export type Transition = z.infer<typeof transition>;
/** A transition of schemaVersion 3: it says where it comes from. */
export const sourcedTransition = transition.extend({ source });

export const deadline = z.strictObject({
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
  /** Days before the end (in the term's own unit) on which the letter goes; 0 is the last day itself. */
  warn: z.strictObject({ before: z.array(z.number().int().nonnegative()).min(1), letter: id }).optional(),
  /** The letter that goes when the term lapses with `remind`. */
  reminder: id.optional(),
  /** Sample dates of a seed, never a rule. */
  example: z.strictObject({ from: isoDay.optional(), until: isoDay, source }).optional(),
  source,
  note: z.string().optional(),
  overridablePerCase: z.boolean().optional(),
});
export type Deadline = z.infer<typeof deadline>;

export const decision = z.strictObject({
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

export const periods = z.strictObject({
  kind: z.enum(PERIOD_KINDS),
  note: z.string().optional(),
  sessionDay: z.number().int().min(1).max(28).optional(),
  firstMonth: z.number().int().min(1).max(12).optional(),
  lastMonth: z.number().int().min(1).max(12).optional(),
  labelPattern: z.strictObject({ ru: z.string(), en: z.string() }).optional(),
  items: z.array(z.strictObject({ id, startMonth: z.number().int().min(1).max(12), label })).optional(),
  source,
});

/** Three to six steps of a case in the region's words, for the line above it. */
export const caseLine = z
  .array(z.strictObject({ id, label, statuses: z.array(z.enum(APPLICATION_STATUSES)).min(1), deadline: id.optional(), source }))
  .min(3)
  .max(6);
