import { unauthenticated } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { closeSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const endOtherSessions: NonNullable<MutationResolvers['endOtherSessions']> = async (_parent, _args, { session }) => {
  if (!session) return unauthenticated();
  const others = { accountId: session.accountId, id: { not: session.sessionId } };
  for (const { id } of await prisma.session.findMany({ where: others, select: { id: true } })) await closeSession(id);
  return { problems: [], viewer: session };
};
