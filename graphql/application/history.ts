import { PLAIN, wordingsOf } from '@/domain/labels';
import type { Procedure } from '@/domain/procedure/shape';
import type { TimelineEntry } from '@/generated/prisma/client';
import type { Called } from './schema.mappers';

interface CalledLine {
  row: TimelineEntry;
  from: Called | null;
  to: Called | null;
}

/**
 * The lines of a history, oldest first, each with what the case was called before and after it. A line from before that was written down
 * names its status only where the status has one word: which of several held cannot be told any more.
 */
export function calledLines(procedure: Procedure, rows: readonly TimelineEntry[]): CalledLine[] {
  let before: Called | null = { status: 'DRAFT', wording: PLAIN };
  return rows.map((row) => {
    const after = calledAfter(procedure, row, before);
    const line = { row, from: before, to: after };
    before = after;
    return line;
  });
}

function calledAfter(procedure: Procedure, row: TimelineEntry, before: Called | null): Called | null {
  if (row.statusAfter && row.wordingAfter) return { status: row.statusAfter, wording: row.wordingAfter };
  const status = row.toStatus ?? before?.status;
  if (!status) return null;
  return wordingsOf(procedure, status).length > 1 ? null : { status, wording: PLAIN };
}
