import { prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { NotificationResolvers } from './../../types.generated';

export const Notification: NotificationResolvers = {
  read: ({ readAt }) => readAt !== null,
  application: ({ applicationId }, _args, { viewer }) =>
    viewer && applicationId ? prisma.application.findFirst({ where: { AND: [visibleApplications(viewer), { id: applicationId }] } }) : null,
};
