import type { Procedure } from '@/domain/procedure/shape';
import { findPeriod, scheduledStatuses, schedulersOf, TO_SCHEDULE } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';
import { findScheduledCases, type ScheduledRow } from '../../schedule.sql';
import type { ScheduleMapper } from '../../schema.mappers';

export const schedule: NonNullable<QueryResolvers['schedule']> = async (_parent, { periodId, municipalityId }, context) => {
  const viewer = getViewer(context);
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  if (!schedulersOf(procedure).includes(viewer.role)) return forbidden();
  const period = findPeriod(procedure, periodId ?? null);
  if (periodId && !period) return [];
  const statuses = period ? scheduledStatuses(procedure) : TO_SCHEDULE;
  const rows = await findScheduledCases(viewer, period?.id ?? null, municipalityId ?? null, statuses);
  const where = {
    regionId: viewer.regionId,
    periodId: period?.id ?? '',
    municipalityId: { in: rows.flatMap((r) => r.municipalityId ?? []) },
  };
  const records = await prisma.schedule.findMany({ where });
  return [...Map.groupBy(rows, (row) => row.municipalityId)].flatMap(([id, own]): ScheduleMapper[] =>
    id === null
      ? []
      : [
          {
            procedure,
            period,
            municipality: { id, name: own[0]?.municipalityName ?? '' },
            record: records.find((record) => record.municipalityId === id) ?? null,
            rows: own.map((row) => entryOf(procedure, row)),
          },
        ],
  );
};

const entryOf = ({ assessment }: Procedure, { municipalityName: _name, experts, ...application }: ScheduledRow) => ({
  application,
  approved: application.scheduleEdition !== null,
  ready: experts >= Math.max(1, assessment.experts.min),
});
