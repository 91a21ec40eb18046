import { problem } from '@/domain/problems';
import type { MeetingStatus } from '@/domain/procedure/vocabulary';
import { stepAtHand } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { isoDay } from '@/server/facts';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import { prisma } from '@/server/prisma';
import { visibleMeetings } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';

const NOT_HELD: readonly MeetingStatus[] = ['PLANNED', 'NOTICED'];

export const putApplicationOnAgenda: NonNullable<MutationResolvers['putApplicationOnAgenda']> = async (_parent, args, context) => {
  const viewer = getViewer(context);
  const meeting = await prisma.meeting.findFirst({ where: { AND: [visibleMeetings(viewer), { id: args.meetingId }] } });
  const path = ['input', 'meeting'];
  return perform(viewer, args.applicationId, {
    action: 'put_on_agenda',
    ...(meeting && { input: { meeting: { date: isoDay(meeting.date) } } }),
    write: async (tx, { application, procedure, facts }, at) => {
      const step = stepAtHand(procedure, facts.status);
      if (!meeting || meeting.step !== step) return { problems: [problem('VALUE_NOT_LISTED', path)] };
      if (!NOT_HELD.includes(meeting.status as MeetingStatus)) return { problems: [problem('MEETING_HELD', path)] };
      const item = { meetingId: meeting.id, addedAt: at };
      await tx.agendaItem.upsert({
        where: { applicationId_step: { applicationId: application.id, step } },
        create: { id: newId(), regionId: application.regionId, applicationId: application.id, step, ...item },
        update: item,
      });
      // The new line waited for a meeting that was being held just then.
      const { status } = await tx.meeting.findUniqueOrThrow({ where: { id: meeting.id }, select: { status: true } });
      if (!NOT_HELD.includes(status as MeetingStatus)) return { problems: [problem('MEETING_HELD', path)] };
      return { data: { meetingId: meeting.id, date: isoDay(meeting.date) } };
    },
  });
};
