import { TO_SCHEDULE } from '@/domain/case/groups';
import type { Procedure } from '@/domain/procedure/shape';
import type { ApplicationStatus, Role } from '@/domain/procedure/vocabulary';
import { findPeriod, scheduledStatuses, schedulersOf } from '@/domain/schedule';
import { forbidden } from '@/server/errors';
import type { Asked } from './schedule.sql';

/** Which cases a reader of the schedules asks for; null for a period the procedure does not have. Refuses whoever keeps no schedules. */
export function askedFor(
  procedure: Procedure,
  role: Role,
  { periodId, waiting }: { periodId?: string | null; waiting: boolean },
): { asked: Asked; statuses: readonly ApplicationStatus[] } | null {
  if (!schedulersOf(procedure).includes(role)) return forbidden();
  if (waiting) return { asked: 'waiting', statuses: TO_SCHEDULE };
  if (!periodId) return { asked: { periodId: null }, statuses: TO_SCHEDULE };
  return findPeriod(procedure, periodId) ? { asked: { periodId }, statuses: scheduledStatuses(procedure) } : null;
}
