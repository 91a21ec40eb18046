import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const application: NonNullable<QueryResolvers['application']> = async (_parent, { id }, context) =>
  prisma.application.findFirst({ where: { AND: [visibleApplications(getViewer(context)), { id }] } });
