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
        from ? { date: { gte: dateOf(from) } } : {},
        until ? { date: { lte: dateOf(until) } } : {},
      ],
    },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
    take: 100,
  });

/** No calendar of the database begins before the year one. */
const dateOf = (day: string): Date => new Date(day < '0001-01-01' ? '0001-01-01' : day);
