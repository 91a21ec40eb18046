import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { getOwnEntry, roomProblem } from '../../entries';
import { restoreEntry } from '../../entries.sql';
import { closedProblem } from '../../evidence';

export const restoreEvidenceEntry: NonNullable<MutationResolvers['restoreEvidenceEntry']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { slot } = await getOwnEntry(viewer, id);
  const row = await restoreEntry(viewer, slot, id);
  if (row) return { problems: [], entry: { row, shape: slot.shape } };
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed] };
  const again = (await getOwnEntry(viewer, id)).row;
  return { problems: again.removedAt === null ? [] : [roomProblem(slot)], entry: { row: again, shape: slot.shape } };
};
