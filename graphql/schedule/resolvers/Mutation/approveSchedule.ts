import { schedulersOf } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { MutationResolvers } from './../../../types.generated';
import { approve } from '../../approve';

export const approveSchedule: NonNullable<MutationResolvers['approveSchedule']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  if (!schedulersOf(procedure).includes(viewer.role)) return forbidden();
  return prisma.$transaction((tx) => approve(tx, viewer, procedure, input), { timeout: 120_000 });
};
