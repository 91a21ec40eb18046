import { DEADLINE_OPEN } from '@/domain/case/groups';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';

export const applyingTerm: NonNullable<QueryResolvers['applyingTerm']> = async (_parent, _arg, context) => {
  const { accountId, regionId } = getViewerAs(context, 'TEACHER');
  const row = await prisma.deadline.findFirst({
    where: { accountId, regionId, applicationId: null, status: { in: [...DEADLINE_OPEN] } },
    orderBy: { lapsesAt: 'desc' },
  });
  return row && { row, procedure: (await getCurrentProcedure(regionId)).procedure };
};
