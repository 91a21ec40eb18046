import type { Procedure } from '@/domain/procedure/shape';
import { findPeriod } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';
import { askedFor } from '../../asked';
import { findScheduledCases, type ScheduledRow } from '../../schedule.sql';
import type { ScheduleMapper } from '../../schema.mappers';

export const schedule: NonNullable<QueryResolvers['schedule']> = async (_parent, args, context) => {
  const viewer = getViewer(context);
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  const wanted = askedFor(procedure, viewer.role, args);
  if (!wanted) return [];
  const rows = await findScheduledCases(viewer, wanted.asked, args.municipalityId ?? null, wanted.statuses);
  const records = await prisma.schedule.findMany({
    where: {
      regionId: viewer.regionId,
      periodId: { in: rows.flatMap((r) => r.periodId ?? []) },
      municipalityId: { in: rows.flatMap((r) => r.municipalityId ?? []) },
    },
  });
  const groups = [...Map.groupBy(rows, (row) => `${row.municipalityId} ${row.periodId ?? ''}`).values()];
  const schedules = groups.flatMap((own): ScheduleMapper[] => {
    const [first] = own;
    if (!first?.municipalityId) return [];
    const { municipalityId: id, periodId, municipalityName: name } = first;
    return [
      {
        procedure,
        period: findPeriod(procedure, periodId),
        municipality: { id, name },
        record: records.find((record) => record.municipalityId === id && record.periodId === periodId) ?? null,
        rows: own.map((row) => entryOf(procedure, row)),
      },
    ];
  });
  // Whoever has no period yet stands first, then the periods as they come; the sort keeps the municipalities in their order.
  const begins = ({ period }: ScheduleMapper) => period?.startsOn ?? '';
  return schedules.sort((a, b) => (begins(a) === begins(b) ? 0 : begins(a) < begins(b) ? -1 : 1));
};

const entryOf = ({ assessment }: Procedure, { municipalityName: _name, experts, ...application }: ScheduledRow) => ({
  application,
  approved: application.scheduleEdition !== null,
  ready: experts >= Math.max(1, assessment.experts.min),
});
