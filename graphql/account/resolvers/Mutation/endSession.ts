import { notFound, unauthenticated } from '@/server/errors';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';

export const endSession: NonNullable<MutationResolvers['endSession']> = async (_parent, { sessionId }, { session }) => {
  if (!session) return unauthenticated();
  const { count } = await prisma.session.deleteMany({ where: { id: sessionId, accountId: session.accountId } });
  return count ? { problems: [], viewer: session } : notFound();
};
