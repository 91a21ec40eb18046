import { dayIn } from '@/domain/days';
import { openMeetingActions } from '@/domain/decision';
import { machineLabel } from '@/domain/labels';
import type { MeetingStatus } from '@/domain/procedure/vocabulary';
import { now } from '@/server/clock';
import { getViewer } from '@/server/context';
import { isoDay } from '@/server/facts';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { visibleApplications } from '@/server/visibility';
import type { MeetingResolvers } from './../../types.generated';

export const Meeting: MeetingResolvers = {
  date: ({ date }) => isoDay(date),
  statusLabel: async ({ regionId, status }, _arg, context) =>
    machineLabel((await getCurrentProcedure(regionId)).procedure, 'meeting', status, context.language),
  viewerActions: async ({ regionId, date, status }, _arg, context) => {
    const { procedure } = await getCurrentProcedure(regionId);
    const today = dayIn(procedure.region.timezone, now());
    return openMeetingActions({ date: isoDay(date), status: status as MeetingStatus }, getViewer(context).role, today);
  },
  applications: async ({ id }, _arg, context) =>
    prisma.application.findMany({
      where: { AND: [visibleApplications(getViewer(context)), { agendaItems: { some: { meetingId: id } } }] },
      orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
      take: 500,
    }),
  applicationCount: async ({ id }, _arg, context) =>
    prisma.application.count({ where: { AND: [visibleApplications(getViewer(context)), { agendaItems: { some: { meetingId: id } } }] } }),
};
