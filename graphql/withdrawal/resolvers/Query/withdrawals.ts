import { WITHDRAWAL_SETTLED } from '@/domain/case/groups';
import type { Viewer } from '@/domain/viewer';
import { getViewerAs } from '@/server/context';
import { type Prisma, prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

const MOST = 200;

export const whereOf = (viewer: Viewer, settled: boolean): Prisma.WithdrawalWhereInput => ({
  application: visibleApplications(viewer),
  sentAt: { not: null },
  status: { in: settled ? [...WITHDRAWAL_SETTLED] : ['SENT'] },
});

export const withdrawals: NonNullable<QueryResolvers['withdrawals']> = async (_parent, { settled }, context) => {
  const viewer = getViewerAs(context, 'COORDINATOR', 'OPERATOR');
  return prisma.withdrawal.findMany({
    where: whereOf(viewer, settled),
    include: { application: true },
    orderBy: { sentAt: 'desc' },
    take: MOST,
  });
};
