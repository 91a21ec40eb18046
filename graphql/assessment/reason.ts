import { labelIn } from '@/domain/labels';
import type { Procedure } from '@/domain/procedure/shape';
import type { Action, RecordAction } from '@/domain/procedure/vocabulary';
import { reasonsFor } from '@/domain/reasons';

/** A chosen reason and one's own words as one text, in the language of the papers. */
export function reasonSaid(procedure: Procedure, act: Action | RecordAction, given: { reasonId?: string | null; reason: string }): string {
  const listed = reasonsFor(procedure, act).find((r) => r.id === given.reasonId);
  return [listed ? labelIn(listed.label, 'ru') : '', given.reason.trim()].filter(Boolean).join('. ');
}

/** The same as the rules of reasons read it. */
export const asReason = (given: { reasonId?: string | null; reason: string }) => ({ id: given.reasonId ?? null, text: given.reason });
