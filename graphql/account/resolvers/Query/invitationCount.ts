import { invitableRoles } from '@/server/auth/invitations';
import { procedureOf } from '@/server/auth/regionProcedure';
import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';
import { whereOf } from './invitations';

export const invitationCount: NonNullable<QueryResolvers['invitationCount']> = async (_parent, _args, context) => {
  const viewer = getViewer(context);
  return prisma.invitation.count({ where: whereOf(viewer, invitableRoles(await procedureOf(context, viewer.regionId), viewer)) });
};
