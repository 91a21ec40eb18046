import { FILE_UNFINISHED } from '@/domain/case/groups';
import { problem } from '@/domain/problems';
import { now } from '@/server/clock';
import { getViewer, getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import { deleteObject } from '@/server/storage/complete';
import type { MutationResolvers } from './../../../types.generated';
import { getOwnFile } from '../../evidence';
import { findOwnPaper } from '../../papers';

export const cancelEvidenceUpload: NonNullable<MutationResolvers['cancelEvidenceUpload']> = async (_parent, { id }, context) => {
  const { file } = (await findOwnPaper(getViewer(context), id)) ?? (await getOwnFile(getViewerAs(context, 'TEACHER'), id));
  const { count } = await prisma.evidenceFile.updateMany({
    where: { id, status: { in: [...FILE_UNFINISHED] } },
    data: { status: 'DELETED', removedAt: now() },
  });
  // What cannot be deleted now is found by the sweep.
  if (count) await deleteObject(file.incomingKey).catch(() => undefined);
  const known = await prisma.evidenceFile.findUniqueOrThrow({ where: { id }, select: { storedKey: true } });
  return { problems: known.storedKey ? [problem('UPLOAD_ALREADY_DONE', ['file', id])] : [] };
};
