import { notFound, unauthenticated } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { closeSession } from '@/server/sessions';
import type { MutationResolvers } from './../../../types.generated';

export const endSession: NonNullable<MutationResolvers['endSession']> = async (_parent, { sessionId }, { session }) => {
  if (!session) return unauthenticated();
  if (!(await prisma.session.count({ where: { id: sessionId, accountId: session.accountId } }))) return notFound();
  await closeSession(sessionId);
  return { problems: [], viewer: session };
};
