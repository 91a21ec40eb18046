import { roleLabel } from '@/domain/labels';
import { isFresh } from '@/server/auth/freshProof';
import { invitableRoles } from '@/server/auth/invitations';
import { findIdentities } from '@/server/auth/linkedIdentities';
import { hasPassword } from '@/server/auth/passwords';
import { profileGaps } from '@/server/auth/profile';
import { procedureOf } from '@/server/auth/regionProcedure';
import { issuableRoles, mayLinkIdentity, roleNeeds } from '@/server/auth/roles';
import type { GraphQLContext } from '@/server/context';
import { findOwnSessions } from '@/server/ownSessions';
import { prisma } from '@/server/prisma';
import { readableEmail } from '@/server/readableEmail';
import type { SessionInfo } from '@/server/sessions';
import { visibleNotifications } from '@/server/visibility';
import type { ViewerResolvers } from './../../types.generated';

/** What is still missing of the profile that the procedure asks of the role; names where no role is chosen. */
async function gapsOf({ accountId, viewer, lastName, firstName }: SessionInfo, _args: unknown, context: GraphQLContext): Promise<string[]> {
  if (!viewer) return lastName && firstName ? [] : ['fullName'];
  const select = { lastName: true, firstName: true, email: true, emailVerifiedAt: true, pendingEmail: true, sex: true };
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select });
  return profileGaps(await procedureOf(context, viewer.regionId), viewer.role, account);
}

export const Viewer: ViewerResolvers = {
  id: ({ accountId }) => accountId,
  pendingEmail: async ({ accountId }) => {
    const { pendingEmail } = await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { pendingEmail: true } });
    return pendingEmail && readableEmail(pendingEmail);
  },
  phone: async ({ accountId }) => (await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { phone: true } })).phone,
  language: async ({ accountId }) =>
    (await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { language: true } })).language,
  profileFilled: async (session, _args, context) => (await gapsOf(session, _args, context)).length === 0,
  profileMissing: gapsOf,
  sex: async ({ accountId }) => (await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { sex: true } })).sex,
  invitableRoles: async ({ viewer }, _args, context) => {
    if (!viewer) return [];
    const procedure = await procedureOf(context, viewer.regionId);
    return invitableRoles(procedure, viewer).map((role) => ({
      role,
      label: roleLabel(procedure, role, context.language),
      needs: roleNeeds(role),
    }));
  },
  mayLinkIdentity: async ({ viewer }, _args, context) =>
    viewer !== null && mayLinkIdentity(await procedureOf(context, viewer.regionId), viewer.role),
  idleMinutes: (session) => session.idleMinutes || null,
  hasPassword: async ({ accountId }) =>
    hasPassword((await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { passwordHash: true } })).passwordHash),
  ownerProven: isFresh,
  identities: ({ accountId }) => findIdentities(accountId),
  sessions: findOwnSessions,
  municipalityId: ({ viewer }) => viewer?.municipalityId ?? null,
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
  email: ({ email }) => readableEmail(email ?? ''),
};
