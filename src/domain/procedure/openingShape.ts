import { z } from 'zod';
import { CASE_PAPERS, OPENING_MOMENTS } from './vocabulary';
import { condition, id, role, source } from './words';

/** procedure.yaml, `rights`: what a procedure opens to roles beyond what they read by themselves (src/domain/rights.ts), by name and from a moment. */

const opened = { to: z.array(role).min(1), from: z.enum(OPENING_MOMENTS), when: condition.optional(), source };
/** Everything of the kind, or what is named. */
const allOr = <T extends z.ZodType>(name: T) => z.union([z.literal('all'), z.array(name).min(1)]);

export const opening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), fields: allOr(id), ...opened }),
  z.strictObject({ kind: z.literal('identity'), fields: allOr(id), ...opened }),
  /** Files beside these fields. */
  z.strictObject({ kind: z.literal('form_file'), fields: allOr(id), ...opened }),
  z.strictObject({ kind: z.literal('evidence'), indicators: allOr(id), ...opened }),
  z.strictObject({ kind: z.literal('paper'), papers: z.array(z.enum(CASE_PAPERS)).min(1), ...opened }),
]);
export type Opening = z.infer<typeof opening>;
