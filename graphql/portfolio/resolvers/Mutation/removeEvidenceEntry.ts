import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { getOwnEntry } from '../../entries';
import { removeEntry } from '../../entries.sql';
import { closedProblem } from '../../evidence';

export const removeEvidenceEntry: NonNullable<MutationResolvers['removeEvidenceEntry']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { slot } = await getOwnEntry(viewer, id);
  if (await removeEntry(viewer, slot, id)) return { problems: [] };
  const closed = await closedProblem(slot);
  // Removed before: nothing is left to be done.
  return { problems: closed ? [closed] : [] };
};
