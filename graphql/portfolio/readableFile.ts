import type { EvidenceFile } from '@/generated/prisma/client';
import { type GraphQLContext, getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { mayReadFile } from '@/server/reading';
import { visibleFiles } from '@/server/visibility';

/** A file that the viewer reads, with the state of the portfolio in which that was judged; null where there is none for him. */
export async function findReadableFile(context: GraphQLContext, id: string): Promise<(EvidenceFile & { portfolioStatus: string }) | null> {
  const viewer = getViewer(context);
  const file = await prisma.evidenceFile.findFirst({ where: { AND: [visibleFiles(viewer), { id }] } });
  const found = file && (await context.loaders.case.load(file.applicationId));
  if (!file || !found || !mayReadFile(viewer, found, file)) return null;
  return { ...file, portfolioStatus: found.facts.portfolio.status };
}
