import { prisma } from '@/server/prisma';
import type { AccountResolvers } from './../../types.generated';

export const Account: AccountResolvers = {
  locked: ({ lockedAt }) => lockedAt !== null,
  passwordPending: ({ passwordChosenAt }) => passwordChosenAt === null,
  roleAssignments: async ({ id, roles }, _args, { viewer }) =>
    roles ??
    (viewer
      ? await prisma.roleAssignment.findMany({
          where: { accountId: id, regionId: viewer.regionId, removedAt: null },
          orderBy: { id: 'asc' },
        })
      : []),
  email: ({ email }) => email ?? '',
};
