import type { Notification } from '../../src/generated/prisma/client';

export type NotificationMapper = Notification;
