import { problem } from '@/domain/problems';
import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { closedProblem, getOwnFile, limitProblem } from '../../evidence';
import { restoreRemoved } from '../../evidence.sql';

export const restoreEvidenceFile: NonNullable<MutationResolvers['restoreEvidenceFile']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { file, slot } = await getOwnFile(viewer, id);
  if (file.storedKey === null) return { problems: [problem('UPLOAD_MISSING', ['file', id])], file };
  const restored = await restoreRemoved(viewer, slot, id);
  if (restored) return { problems: [], file: restored };
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed], file };
  const again = (await getOwnFile(viewer, id)).file;
  return { problems: again.status === 'STORED' ? [] : [limitProblem(slot)], file: again };
};
