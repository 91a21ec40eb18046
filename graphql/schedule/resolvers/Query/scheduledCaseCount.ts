import { getViewer } from '@/server/context';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';
import { askedFor } from '../../asked';
import { countScheduledCases } from '../../schedule.sql';

export const scheduledCaseCount: NonNullable<QueryResolvers['scheduledCaseCount']> = async (_parent, args, context) => {
  const viewer = getViewer(context);
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  const wanted = askedFor(procedure, viewer.role, args);
  return wanted ? countScheduledCases(viewer, wanted.asked, args.municipalityId ?? null, wanted.statuses) : 0;
};
