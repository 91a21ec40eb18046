import { z } from 'zod';
import type { Action, RecordAction } from './vocabulary';
import { id, label, source } from './words';

/** reasons.yaml: lists of reasons, by the act that asks for one. */

const reason = z.strictObject({ id, label, source });
export type Reason = z.infer<typeof reason>;

/** Acts that may ask for a reason from a list of the procedure. */
const REASONED_ACTS = [
  'refuse_intake',
  'return_for_correction',
  'withdraw',
  'reopen_review',
  'dispute_employer',
  'decline_assignment',
  'declare_conflict',
] as const;
export type ReasonedAct = (typeof REASONED_ACTS)[number] & (Action | RecordAction);

export const reasonsShape = z.partialRecord(z.enum(REASONED_ACTS), z.array(reason).min(1));
