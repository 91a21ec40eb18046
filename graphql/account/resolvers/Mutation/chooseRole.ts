import type { Role } from '@/domain/procedure/vocabulary';
import { writeAudit } from '@/server/audit';
import { notFound, unauthenticated } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { findSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const chooseRole: NonNullable<MutationResolvers['chooseRole']> = async (_parent, { roleAssignmentId }, { session }) => {
  if (!session) return unauthenticated();
  const own = { id: roleAssignmentId, accountId: session.accountId, removedAt: null };
  const role = (await prisma.roleAssignment.findFirst({ where: own, select: { id: true, regionId: true, role: true } })) ?? notFound();
  await prisma.session.updateMany({ where: { id: session.sessionId }, data: { roleAssignmentId: role.id } });
  const who = { accountId: session.accountId, regionId: role.regionId, role: role.role as Role };
  await writeAudit(prisma, who, { action: 'choose_role', objectType: 'RoleAssignment', objectId: role.id, personId: session.accountId });
  return { problems: [], viewer: await findSession(session.sessionId) };
};
