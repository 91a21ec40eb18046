import { problem } from '@/domain/problems';
import type { EvidenceFile } from '@/generated/prisma/client';
import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { closedProblem, getOwnFile, limitProblem } from '../../evidence';
import { restoreRemoved } from '../../evidence.sql';

export const restoreEvidenceFile: NonNullable<MutationResolvers['restoreEvidenceFile']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { file, slot } = await getOwnFile(viewer, id);
  if (file.storedKey === null) return { problems: [goneProblem(file)], file };
  const restored = await restoreRemoved(viewer, slot, id);
  if (restored) return { problems: [], file: restored };
  const closed = await closedProblem(slot);
  if (closed) return { problems: [closed], file };
  const again = (await getOwnFile(viewer, id)).file;
  if (again.storedKey === null) return { problems: [goneProblem(again)], file: again };
  return { problems: again.status === 'STORED' ? [] : [limitProblem(slot)], file: again };
};

/** Bytes that never came, or were deleted long after the file was removed. */
const goneProblem = ({ id, bytesDeletedAt }: EvidenceFile) => problem(bytesDeletedAt ? 'FILE_LOST' : 'UPLOAD_MISSING', ['file', id]);
