import type { RoleAssignment } from '@/generated/prisma/client';
import { letterAddress } from '@/server/mail/letters';
import { prisma } from '@/server/prisma';
import { readableEmail } from '@/server/readableEmail';
import type { AccountResolvers } from './../../types.generated';

const isHeld = ({ removedAt }: RoleAssignment) => removedAt === null;

/** The same role at the same place. */
const isSame = (a: RoleAssignment, b: RoleAssignment) =>
  a.role === b.role && a.municipalityId === b.municipalityId && a.organisationId === b.organisationId;

export const Account: AccountResolvers = {
  locked: ({ lockedAt }) => lockedAt !== null,
  passwordPending: ({ passwordChosenAt }) => passwordChosenAt === null,
  roleAssignments: async ({ id, roles }, _args, { viewer }) =>
    roles?.filter(isHeld) ??
    (viewer
      ? await prisma.roleAssignment.findMany({
          where: { accountId: id, regionId: viewer.regionId, removedAt: null },
          orderBy: { id: 'asc' },
        })
      : []),
  // Only the list, which knows what its reader oversees, brings them along. The last of several at one place stands for all.
  removedRoles: ({ roles = [] }) =>
    roles
      .filter((role) => !isHeld(role))
      .sort((a, b) => Number(b.removedAt) - Number(a.removedAt))
      .filter((role, at, all) => all.findIndex((other) => isSame(other, role)) === at && !roles.some((r) => isHeld(r) && isSame(r, role))),
  email: (account) => readableEmail(letterAddress(account) ?? ''),
  emailConfirmed: ({ emailVerifiedAt }) => emailVerifiedAt !== null,
};
