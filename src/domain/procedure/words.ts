import { z } from 'zod';
import { canonicalExtension } from '../fileKinds';
import { ACTORS, SOURCES } from './vocabulary';

/** Small shapes that every file of a procedure is built from. */

export const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _');
export const label = z.strictObject({
  ru: z
    .string()
    .min(1)
    .regex(/[А-Яа-яЁё{]/, 'label.ru has no Cyrillic'),
  en: z.string().min(1),
});
export type Label = z.infer<typeof label>;

export const source = z.enum(SOURCES);
export const role = z.enum(ACTORS);
export const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export const extension = z
  .string()
  .regex(/^[a-z0-9]+$/)
  .refine((s) => s === canonicalExtension(s), 'write jpg: jpeg counts as jpg everywhere');

/** One condition on a form field: its value, or that it has one. */
export const condition = z
  .strictObject({ field: id, equals: z.string().optional(), notEmpty: z.literal(true).optional() })
  .refine((c) => (c.equals === undefined) !== (c.notEmpty === undefined), 'either equals or notEmpty');
export type FieldCondition = z.infer<typeof condition>;

export const option = z.strictObject({ value: id, label });
export const points = z.strictObject({ points: z.number(), label });

/** Words for one small machine: the region's name of each status. */
export function words<const S extends string>(statuses: readonly S[]) {
  return z.array(z.strictObject({ status: z.enum(statuses), label, source, tone: z.literal('danger').optional() }));
}
