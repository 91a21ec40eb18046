import { keepsCards } from '@/domain/card';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { visibleEmployees } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';
import { EMPLOYEE } from '../../employees';

export const ownCards: NonNullable<QueryResolvers['ownCards']> = async (_parent, _arg, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  if (!keepsCards((await getCurrentProcedure(viewer.regionId)).procedure)) return [];
  const where = { AND: [visibleEmployees(viewer), { dismissedAt: null }] };
  return prisma.employee.findMany({ where, include: EMPLOYEE, orderBy: { id: 'asc' } });
};
