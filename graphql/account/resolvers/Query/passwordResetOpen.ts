import { tokenHash } from '@/server/auth/credentials';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const passwordResetOpen: NonNullable<QueryResolvers['passwordResetOpen']> = async (_parent, { token }) => {
  const where = { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } };
  return (await prisma.passwordReset.count({ where })) > 0;
};
