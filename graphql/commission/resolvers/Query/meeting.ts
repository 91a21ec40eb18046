import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { visibleMeetings } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const meeting: NonNullable<QueryResolvers['meeting']> = async (_parent, { id }, context) =>
  prisma.meeting.findFirst({ where: { AND: [visibleMeetings(getViewer(context)), { id }] } });
