import { problem } from '@/domain/problems';
import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { closedProblem, getOwnFile } from '../../evidence';
import { removeStored } from '../../evidence.sql';

export const deleteEvidenceFile: NonNullable<MutationResolvers['deleteEvidenceFile']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { file, slot } = await getOwnFile(viewer, id);
  const removed = await removeStored(viewer, slot, id);
  if (removed) return { problems: [], file: removed };
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed], file };
  const again = (await getOwnFile(viewer, id)).file;
  const done = again.storedKey !== null && again.status !== 'STORED';
  return { problems: done ? [] : [problem('UPLOAD_MISSING', ['file', id])], file: again };
};
