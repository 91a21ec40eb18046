import { dayIn } from '@/domain/days';
import { now } from '@/server/clock';
import { getViewer } from '@/server/context';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';
import { findWaiting } from '../../waiting.sql';

export const waiting: NonNullable<QueryResolvers['waiting']> = async (_parent, _args, context) => {
  const viewer = getViewer(context);
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  return findWaiting(viewer, procedure, new Date(dayIn(procedure.region.timezone, now())));
};
