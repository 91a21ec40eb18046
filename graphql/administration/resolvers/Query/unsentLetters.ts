import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const unsentLetters: NonNullable<QueryResolvers['unsentLetters']> = async (_parent, _arg, context) => {
  const viewer = getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR');
  return prisma.notification.findMany({
    where: { regionId: viewer.regionId, status: { not: 'SENT' } },
    orderBy: { id: 'desc' },
    take: 100,
  });
};
