import { dayIn } from '@/domain/days';
import { daysLeft } from '@/domain/deadlines';
import type { Deadline as Term } from '@/domain/procedure/shape';
import { calendar } from '@/server/calendar';
import { now } from '@/server/clock';
import { isoDay } from '@/server/facts';
import { perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import type { DeadlineResolvers } from './../../types.generated';
import type { DeadlineMapper } from '../schema.mappers';

const termOf = ({ row, procedure }: DeadlineMapper): Term => {
  const term = procedure.deadlines.find((t) => t.id === row.termId);
  if (!term) throw new Error(`no term ${row.termId} in ${procedure.id} ${procedure.version}`);
  return term;
};

/** Read once for all terms of a list. */
const calendarOf = perRequest(async (_context, keys) => {
  const known = await calendar(prisma);
  return keys.map(() => known);
});

export const Deadline: DeadlineResolvers = {
  id: ({ row }) => row.id,
  termId: ({ row }) => row.termId,
  label: (parent, _arg, context) => termOf(parent).label[context.language],
  untilDate: ({ row }) => isoDay(row.untilDate),
  lapsesAt: ({ row }) => row.lapsesAt,
  timezoneWords: ({ procedure }, _arg, context) => procedure.region.timezoneWords?.[context.language] ?? null,
  status: ({ row }) => row.status,
  unit: (parent) => termOf(parent).unit,
  onExpiry: (parent) => termOf(parent).onExpiry,
  daysLeft: async (parent, _arg, context) =>
    daysLeft(
      termOf(parent),
      isoDay(parent.row.untilDate),
      dayIn(parent.procedure.region.timezone, now()),
      await calendarOf(context, 'calendar'),
    ),
  certain: async (parent, _arg, context) => {
    const days = await calendarOf(context, 'calendar');
    const zone = parent.procedure.region.timezone;
    return days.knows(dayIn(zone, parent.row.startedAt)) && days.knows(isoDay(parent.row.untilDate));
  },
};
