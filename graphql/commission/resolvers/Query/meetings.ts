import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { visibleMeetings } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const meetings: NonNullable<QueryResolvers['meetings']> = async (_parent, { step, from, until }, context) =>
  prisma.meeting.findMany({
    where: {
      AND: [
        visibleMeetings(getViewer(context)),
        step ? { step } : {},
        from ? { date: { gte: new Date(from) } } : {},
        until ? { date: { lte: new Date(until) } } : {},
      ],
    },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
    take: 100,
  });
