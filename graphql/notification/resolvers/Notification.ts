import { getViewer } from '@/server/context';
import { perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { NotificationResolvers } from './../../types.generated';

const visibleCase = perRequest(async (context, ids) => {
  const rows = await prisma.application.findMany({ where: { AND: [visibleApplications(getViewer(context)), { id: { in: [...ids] } }] } });
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
});

export const Notification: NotificationResolvers = {
  read: ({ readAt }) => readAt !== null,
  application: ({ applicationId }, _args, context) => (context.viewer && applicationId ? visibleCase(context, applicationId) : null),
};
