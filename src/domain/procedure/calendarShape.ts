import { z } from 'zod';
import { id, isoDay, label } from './words';

/** calendar-*.yaml: the production calendar, holidays and transferred days off of each year. */
export const calendarShape = z.strictObject({
  schemaVersion: z.literal(1),
  country: z.string(),
  weekend: z.array(z.number().int().min(1).max(7)),
  note: z.string(),
  rules: z.record(z.string(), z.string()),
  years: z
    .array(
      z.strictObject({
        year: z.number().int(),
        confidence: z.enum(['confirmed', 'likely']),
        act: z.string().nullable(),
        actNote: z.string().optional(),
        sources: z.array(z.string()),
        expected: z.strictObject({ workingDays: z.number(), daysOff: z.number(), source: z.string() }).optional(),
        holidays: z.array(z.strictObject({ date: isoDay, id, label })),
        daysOff: z.array(z.strictObject({ date: isoDay, transferredFrom: isoDay, basis: z.enum(['act', 'law', 'regional']) })),
        workingWeekends: z.array(isoDay),
        shortDays: z.array(isoDay),
      }),
    )
    .min(1),
});
export type Calendar = z.infer<typeof calendarShape>;
