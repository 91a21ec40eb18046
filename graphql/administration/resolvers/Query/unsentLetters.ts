import type { Viewer } from '@/domain/viewer';
import { getViewerAs } from '@/server/context';
import { type Prisma, prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const unsentLetters: NonNullable<QueryResolvers['unsentLetters']> = async (_parent, _arg, context) => {
  const viewer = getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR');
  return prisma.notification.findMany({
    where: whereOf(viewer),
    orderBy: { id: 'desc' },
    take: 100,
  });
};

export const whereOf = ({ regionId }: Viewer): Prisma.NotificationWhereInput => ({ regionId, status: { not: 'SENT' } });
