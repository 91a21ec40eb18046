import { getViewer } from '@/server/context';
import { isoDay } from '@/server/facts';
import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import { isStaff, visibleMeetings } from '@/server/visibility';
import type { ApplicationResolvers } from './../../types.generated';

const meetingsOf = perRequest(async (context, ids) => {
  const where = { applicationId: { in: [...ids] }, meeting: visibleMeetings(getViewer(context)) };
  const lines = await prisma.agendaItem.findMany({ where, include: { meeting: true }, orderBy: { meeting: { date: 'asc' } } });
  return groupBy(ids, lines, (line) => line.applicationId).map((group) => group.map((line) => line.meeting));
});

/** The vote is the commission's own affair until the order is issued; the teacher and the school see its result with the order. */
export const Application: Pick<ApplicationResolvers, 'decision' | 'meetings' | 'order' | 'orderOfMeeting'> = {
  meetings: async ({ id }, _arg, context) => meetingsOf(context, id),
  decision: async ({ id, orderId }, _arg, context) => {
    if (!isStaff(getViewer(context)) && !orderId) return null;
    return (await context.loaders.case.load(id))?.application.decision ?? null;
  },
  order: async ({ id }, _arg, context) => {
    const order = (await context.loaders.case.load(id))?.application.order;
    return order ? { number: order.number, date: isoDay(order.date) } : null;
  },
  orderOfMeeting: async ({ id, regionId, categoryId }, _arg, context) => {
    const decision = (await context.loaders.case.load(id))?.application.decision;
    if (!decision || !categoryId || !isStaff(getViewer(context))) return null;
    const { meetingId, outcome } = decision;
    const order = await prisma.order.findFirst({
      where: { regionId, categoryId, outcome, applications: { some: { decision: { meetingId } } } },
      orderBy: { createdAt: 'desc' },
    });
    return order && { number: order.number, date: isoDay(order.date) };
  },
};
