import { now } from '@/server/clock';
import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { visibleNotifications } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';

export const markNotificationsRead: NonNullable<MutationResolvers['markNotificationsRead']> = async (_parent, _args, context) => {
  await prisma.notification.updateMany({
    where: { AND: [visibleNotifications(getViewer(context)), { readAt: null }] },
    data: { readAt: now() },
  });
  return { problems: [] };
};
