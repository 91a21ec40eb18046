import { writeAudit } from '@/server/audit';
import { getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { visibleFiles } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const evidenceFile: NonNullable<QueryResolvers['evidenceFile']> = async (_parent, { id }, context) => {
  const viewer = getViewer(context);
  const file = await prisma.evidenceFile.findFirst({ where: { AND: [visibleFiles(viewer), { id }] } });
  const own = file?.uploadedById === viewer.accountId;
  // What its teacher took back or has not finished is nobody else's business.
  if (!file || (!own && file.status !== 'STORED')) return notFound();
  if (!own) await writeAudit(prisma, viewer, { action: 'open_evidence', objectType: 'EvidenceFile', objectId: id });
  return file;
};
