import type { Viewer } from '@/domain/viewer';
import { getViewer } from '@/server/context';
import { type Prisma, prisma } from '@/server/prisma';
import { visibleMeetings } from '@/server/visibility';
import type { QuerymeetingsArgs, QueryResolvers } from './../../../types.generated';

const MOST = 100;

export const meetings: NonNullable<QueryResolvers['meetings']> = async (_parent, args, context) =>
  prisma.meeting.findMany({ where: whereOf(getViewer(context), args), orderBy: [{ date: 'desc' }, { id: 'desc' }], take: MOST });

export const whereOf = (viewer: Viewer, { step, from, until }: Partial<QuerymeetingsArgs>): Prisma.MeetingWhereInput => ({
  AND: [
    visibleMeetings(viewer),
    step ? { step } : {},
    from ? { date: { gte: dateOf(from) } } : {},
    until ? { date: { lte: dateOf(until) } } : {},
  ],
});

/** No calendar of the database begins before the year one. */
const dateOf = (day: string): Date => new Date(day < '0001-01-01' ? '0001-01-01' : day);
