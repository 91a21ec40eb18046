import { roleLabel } from '@/domain/labels';
import { procedureOf } from '@/server/auth/regionProcedure';
import { issuableRoles, roleNeeds } from '@/server/auth/roles';
import { prisma } from '@/server/prisma';
import { visibleNotifications } from '@/server/visibility';
import type { ViewerResolvers } from './../../types.generated';

export const Viewer: ViewerResolvers = {
  id: ({ accountId }) => accountId,
  phone: async ({ accountId }) => (await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { phone: true } })).phone,
  language: async ({ accountId }) =>
    (await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { language: true } })).language,
  profileFilled: ({ lastName, firstName }) => lastName !== '' && firstName !== '',
  role: ({ viewer }) => viewer?.role ?? null,
  roleLabel: async ({ viewer }, _args, context) =>
    viewer ? roleLabel(await procedureOf(context, viewer.regionId), viewer.role, context.language) : null,
  roleAssignments: ({ accountId }) => prisma.roleAssignment.findMany({ where: { accountId, removedAt: null }, orderBy: { id: 'asc' } }),
  unread: ({ viewer }) => (viewer ? prisma.notification.count({ where: { AND: [visibleNotifications(viewer), { readAt: null }] } }) : 0),
  issuableRoles: async ({ viewer }, _args, context) => {
    if (!viewer) return [];
    const procedure = await procedureOf(context, viewer.regionId);
    return issuableRoles(procedure, viewer).map((role) => ({
      role,
      label: roleLabel(procedure, role, context.language),
      needs: roleNeeds(role),
    }));
  },
  email: ({ email }) => email ?? '',
};
