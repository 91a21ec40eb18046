import type { Procedure } from '../../src/domain/procedure/shape';
import type { Notification } from '../../src/generated/prisma/client';

export type NotificationMapper = Notification;
export interface LetterMapper {
  row: Notification;
  procedure: Procedure;
}
