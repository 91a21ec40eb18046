import { notFound, unauthenticated } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { findSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const chooseRole: NonNullable<MutationResolvers['chooseRole']> = async (_parent, { roleAssignmentId }, { session }) => {
  if (!session) return unauthenticated();
  const own = { id: roleAssignmentId, accountId: session.accountId, removedAt: null };
  const role = (await prisma.roleAssignment.findFirst({ where: own, select: { id: true } })) ?? notFound();
  await prisma.session.updateMany({ where: { id: session.sessionId }, data: { roleAssignmentId: role.id } });
  return { problems: [], viewer: await findSession(session.sessionId) };
};
