import { writeAudit } from '@/server/audit';
import { getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { mayReadFile } from '@/server/reading';
import { visibleFiles } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const evidenceFile: NonNullable<QueryResolvers['evidenceFile']> = async (_parent, { id }, context) => {
  const viewer = getViewer(context);
  const file = await prisma.evidenceFile.findFirst({ where: { AND: [visibleFiles(viewer), { id }] } });
  const found = file && (await context.loaders.case.load(file.applicationId));
  if (!file || !found || !mayReadFile(viewer, found, file)) return notFound();
  if (file.uploadedById !== viewer.accountId)
    await writeAudit(prisma, viewer, { action: 'open_evidence', objectType: 'EvidenceFile', objectId: id });
  return file;
};
