import { dayIn } from '@/domain/days';
import { entryProblems, normalEntry } from '@/domain/evidence';
import { problem } from '@/domain/problems';
import type { EvidenceEntry } from '@/generated/prisma/client';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { newId } from '@/server/ids';
import type { MutationResolvers } from './../../../types.generated';
import { entriesIn, entryPath, roomProblem } from '../../entries';
import { insertEntry, updateEntry } from '../../entries.sql';
import { closedProblem, getOwnEntrySlot } from '../../evidence';
import type { EntrySlot } from '../../slots';

export const saveEvidenceEntry: NonNullable<MutationResolvers['saveEvidenceEntry']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const slot = await getOwnEntrySlot(viewer, input.applicationId, input.indicatorId);
  if (!slot?.asked) return { problems: [problem('VALUE_NOT_LISTED', ['indicatorId'])] };
  const { shape } = slot;
  const wrong = entryProblems(shape, input.value, { today: dayIn(context.region?.timezone ?? 'UTC', now()), birth: slot.birth });
  if (wrong.length > 0) {
    const closed = await closedProblem(slot);
    return { problems: closed ? [closed] : wrong.map((p) => ({ ...p, path: [...entryPath(slot), ...p.path] })) };
  }
  const value = normalEntry(shape, input.value);
  const id = input.entryId ?? newId();
  const saved =
    typeof input.version === 'number'
      ? await updateEntry(viewer, slot, id, input.version, value)
      : await insertEntry(viewer, slot, id, value);
  if (saved) return { problems: [], entry: { row: saved, shape } };
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed] };
  return explain(slot, { id, value: JSON.stringify(value), fresh: typeof input.version !== 'number' });
};

/** The case is open and yet nothing was written: the answer to the same entry was lost, another window was first, or the place is full. */
async function explain(slot: EntrySlot, sent: { id: string; value: string; fresh: boolean }) {
  const there = await entriesIn(slot);
  const entry = (row: EvidenceEntry | undefined) => (row ? { row, shape: slot.shape } : null);
  const same = there.find((row) => row.id === sent.id);
  const asSent = same && JSON.stringify(normalEntry(slot.shape, same.value)) === sent.value;
  if (same && asSent) return { problems: [], entry: entry(same) };
  if (sent.fresh && !same && there.length >= slot.max && slot.max > 1) return { problems: [roomProblem(slot)] };
  return { problems: [problem('STALE_VERSION', entryPath(slot))], entry: entry(same ?? (slot.max === 1 ? there[0] : undefined)) };
}
