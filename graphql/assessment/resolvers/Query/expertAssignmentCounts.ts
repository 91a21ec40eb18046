import { addWorkingDays } from '@/domain/calendar';
import { dayIn } from '@/domain/days';
import { ATTENTION_DAYS } from '@/domain/deadlines';
import { calendar } from '@/server/calendar';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { findVersions } from '@/server/labels.sql';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from '../../../types.generated';
import { countAssignments } from './expertAssignments.sql';

export const expertAssignmentCounts: NonNullable<QueryResolvers['expertAssignmentCounts']> = async (_parent, _args, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  const [versions, { procedure }, days] = await Promise.all([
    findVersions(viewer.regionId),
    getCurrentProcedure(viewer.regionId),
    calendar(prisma),
  ]);
  const today = dayIn(procedure.region.timezone, now());
  return countAssignments(viewer, versions, addWorkingDays(days, today, ATTENTION_DAYS + 1));
};
