import { z } from 'zod';
import { BOUNDED, INDICATOR_INPUTS } from './vocabulary';
import { id, label, option, points, role, source } from './words';

/** forms/<form>.yaml: what the teacher shows and what the expert scores, side by side. */

export const rule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('points'), min: z.number(), step: z.number().positive() }),
  z.strictObject({ type: z.literal('scale'), scale: id }),
  z.strictObject({
    type: z.literal('bands'),
    unit: z.literal('percent'),
    rows: z.array(z.strictObject({ from: z.number(), points: z.number() })).min(2),
    requires: z.strictObject({ passRatePercent: z.number() }).optional(),
  }),
  z.strictObject({ type: z.literal('options'), options: z.array(points).min(2) }),
  z.strictObject({
    type: z.literal('level_table'),
    accumulate: z.boolean(),
    rows: z.array(z.strictObject({ level: id, label, winner: z.number(), participant: z.number() })).min(1),
  }),
]);
export type Rule = z.infer<typeof rule>;

const column = z.strictObject({ id, label, type: z.enum(['text', 'number', 'date', 'url', 'level']), means: z.enum(BOUNDED).optional() });

const indicator = z.strictObject({
  id,
  label,
  input: z.enum(INDICATOR_INPUTS),
  /** Not written = not required. */
  required: z.boolean().optional(),
  requiredSource: source.optional(),
  group: label.optional(),
  hint: label.optional(),
  options: z.array(option).optional(),
  columns: z.array(column).optional(),
  onlyForForms: z.array(id).optional(),
  source,
});
export type Indicator = z.infer<typeof indicator>;

const leaf = z.strictObject({
  id,
  kind: z.literal('leaf'),
  label,
  max: z.number().positive(),
  rule: rule.optional(),
  /** Indicators of this form whose evidence stands beside the score. */
  evidence: z.array(id).min(1),
  source,
  maxSource: source.optional(),
});
export type Leaf = z.infer<typeof leaf>;

export interface Group {
  id: string;
  kind: 'group';
  label: z.infer<typeof label>;
  max: number;
  children: Criterion[];
  source: z.infer<typeof source>;
}
export type Criterion = Group | Leaf;

const criterion: z.ZodType<Criterion> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ id, kind: z.literal('group'), label, max: z.number().positive(), children: z.array(criterion).min(1), source }),
    leaf,
  ]),
);

const section = z.strictObject({
  id,
  no: z.number().int().positive(),
  label,
  source,
  filledBy: role.optional(),
  indicators: z.array(indicator).min(1),
});
export type Section = z.infer<typeof section>;

/** Points needed for a category: so many, or a percentage of the maximum that applies to the sheet. */
const threshold = z.union([
  z.strictObject({ minTotal: z.number().positive(), source }),
  z.strictObject({ minShare: z.number().positive().max(100), source }),
]);
export type Threshold = z.infer<typeof threshold>;

export const formShape = z.strictObject({
  id,
  positions: z.array(id).min(1),
  title: label,
  sections: z.array(section).min(1),
  /** None where the procedure wants no points (`assessment.pointsSheet: false`). */
  criteria: z.array(criterion),
  totalMax: z.number().nonnegative(),
  /** Points needed for each category. */
  thresholds: z.record(id, threshold),
  sample: z.strictObject({ source, note: z.string(), scores: z.record(id, z.number()), subtotals: z.record(id, z.number()) }).optional(),
});
export type Form = z.infer<typeof formShape>;
