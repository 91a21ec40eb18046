import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const regions: NonNullable<QueryResolvers['regions']> = () =>
  prisma.region.findMany({ where: { currentVersionId: { not: null } }, orderBy: { slug: 'asc' } });
