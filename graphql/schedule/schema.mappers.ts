import type { Procedure } from '../../src/domain/procedure/shape';
import type { Period, ScheduleEntry } from '../../src/domain/schedule';
import type { Application, Schedule } from '../../src/generated/prisma/client';

export interface AttestationPeriodMapper {
  procedure: Procedure;
  period: Period;
}
export type ScheduleRowMapper = ScheduleEntry & { application: Application };
export interface ScheduleMapper {
  procedure: Procedure;
  period: Period | null;
  municipality: { id: string; name: string };
  /** null until something was approved or put into it. */
  record: Schedule | null;
  rows: ScheduleRowMapper[];
}
