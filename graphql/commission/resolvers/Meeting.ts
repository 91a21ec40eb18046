import { dayIn } from '@/domain/days';
import { openMeetingActions } from '@/domain/decision';
import { machineLabel } from '@/domain/labels';
import type { MeetingStatus } from '@/domain/procedure/vocabulary';
import { now } from '@/server/clock';
import { getViewer } from '@/server/context';
import { isoDay } from '@/server/facts';
import { getCurrentProcedure } from '@/server/procedures';
import type { MeetingResolvers } from './../../types.generated';
import { countAgenda, countCandidates, findAgenda, findCandidates } from '../agenda.sql';

export const Meeting: MeetingResolvers = {
  date: ({ date }) => isoDay(date),
  statusLabel: async ({ regionId, status }, _arg, context) =>
    machineLabel((await getCurrentProcedure(regionId)).procedure, 'meeting', status, context.language),
  viewerActions: async ({ regionId, date, status }, _arg, context) => {
    const { procedure } = await getCurrentProcedure(regionId);
    const today = dayIn(procedure.region.timezone, now());
    return openMeetingActions({ date: isoDay(date), status: status as MeetingStatus }, getViewer(context).role, today);
  },
  applications: ({ id }, _arg, context) => findAgenda(getViewer(context), id),
  applicationCount: async ({ id }, _arg, context) => (await countAgenda(context, id)).all,
  openCount: async ({ id }, _arg, context) => (await countAgenda(context, id)).open,
  orderlessCount: async ({ id }, _arg, context) => (await countAgenda(context, id)).orderless,
  candidates: async ({ regionId, step, heldAt }, _arg, context) =>
    heldAt ? [] : findCandidates(getViewer(context), (await getCurrentProcedure(regionId)).procedure, step),
  candidateCount: async ({ regionId, step, heldAt }, _arg, context) =>
    heldAt ? 0 : countCandidates(getViewer(context), (await getCurrentProcedure(regionId)).procedure, step),
};
