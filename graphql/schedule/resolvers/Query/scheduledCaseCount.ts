import { findPeriod, scheduledStatuses, schedulersOf, TO_SCHEDULE } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';
import { countScheduledCases } from '../../schedule.sql';

export const scheduledCaseCount: NonNullable<QueryResolvers['scheduledCaseCount']> = async (
  _parent,
  { periodId, municipalityId },
  context,
) => {
  const viewer = getViewer(context);
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  if (!schedulersOf(procedure).includes(viewer.role)) return forbidden();
  const period = findPeriod(procedure, periodId ?? null);
  if (periodId && !period) return 0;
  return countScheduledCases(viewer, period?.id ?? null, municipalityId ?? null, period ? scheduledStatuses(procedure) : TO_SCHEDULE);
};
