import { differenceWords } from '@/server/cardWords';
import { getViewer } from '@/server/context';
import { perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import type { ApplicationResolvers } from './../../types.generated';

const newestReport = perRequest(async (_context, ids) => {
  const rows = await prisma.cardReport.findMany({ where: { applicationId: { in: [...ids] } }, orderBy: { createdAt: 'asc' } });
  const newest = new Map(rows.map((row) => [row.applicationId, row]));
  return ids.map((id) => newest.get(id) ?? null);
});

export const Application: Pick<ApplicationResolvers, 'cardAnswers' | 'cardDifferences' | 'cardReport'> = {
  cardDifferences: async ({ id, accountId }, _arg, context) => {
    const found = getViewer(context).accountId === accountId ? await context.loaders.case.load(id) : null;
    return found?.facts.card ? differenceWords(prisma, found.procedure, found.facts.card.differences, context.language) : [];
  },
  cardAnswers: async ({ id, accountId }, _arg, context) => {
    const found = getViewer(context).accountId === accountId ? await context.loaders.case.load(id) : null;
    return Object.entries(found?.facts.card?.answers ?? {}).map(([fieldId, value]) => ({ fieldId, value }));
  },
  cardReport: async ({ id, accountId, procedureVersionId }, _arg, context) => {
    if (getViewer(context).accountId !== accountId) return null;
    const [report, procedure] = await Promise.all([newestReport(context, id), getProcedure(procedureVersionId)]);
    return report && { report, procedure, canAnswer: false };
  },
};
