import { unauthenticated } from '@/server/errors';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';

export const endOtherSessions: NonNullable<MutationResolvers['endOtherSessions']> = async (_parent, _args, { session }) => {
  if (!session) return unauthenticated();
  await prisma.session.deleteMany({ where: { accountId: session.accountId, id: { not: session.sessionId } } });
  return { problems: [], viewer: session };
};
