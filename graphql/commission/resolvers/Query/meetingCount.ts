import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';
import { whereOf } from './meetings';

export const meetingCount: NonNullable<QueryResolvers['meetingCount']> = (_parent, args, context) =>
  prisma.meeting.count({ where: whereOf(getViewer(context), args) });
