import type { Viewer } from '@/domain/viewer';
import { getViewerAs } from '@/server/context';
import { type Prisma, prisma } from '@/server/prisma';
import { visibleAssignments } from '@/server/visibility';
import type { QueryResolvers } from '../../../types.generated';
import { ASSIGNMENT } from '../../assignments';

// Who waits in the reserve has not been asked yet.
const TO_DO = ['INVITED', 'CONFIRMED', 'SCORING'];

export const expertAssignments: NonNullable<QueryResolvers['expertAssignments']> = async (_parent, { open }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  return prisma.expertAssignment.findMany({
    where: whereOf(viewer, open),
    include: ASSIGNMENT,
    orderBy: { id: 'desc' },
    take: 200,
  });
};

export const whereOf = (viewer: Viewer, open: boolean | null | undefined): Prisma.ExpertAssignmentWhereInput => ({
  AND: [
    visibleAssignments(viewer),
    { expertId: viewer.expertId ?? '' },
    { status: open === false ? { notIn: [...TO_DO, 'RESERVE'] } : { in: TO_DO } },
  ],
});
