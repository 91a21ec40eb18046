import { problem } from '@/domain/problems';
import { stepAtHand } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { isoDay } from '@/server/facts';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import { prisma } from '@/server/prisma';
import { visibleMeetings } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';

export const sendSimplified: NonNullable<MutationResolvers['sendSimplified']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const meeting = await prisma.meeting.findFirst({ where: { AND: [visibleMeetings(viewer), { id: input.meetingId }] } });
  return perform(viewer, input.id, {
    action: 'send_simplified',
    ...(meeting && { input: { meeting: { date: isoDay(meeting.date) } } }),
    write: async (tx, { application, procedure, facts }, at) => {
      // The simplified form goes past the stages between: the step at hand is the last one.
      const step = procedure.decision.steps.at(-1) ?? stepAtHand(procedure, facts.status);
      if (meeting?.step !== step) return { problems: [problem('VALUE_NOT_LISTED', ['input', 'meetingId'])] };
      const item = { regionId: application.regionId, meetingId: meeting.id, applicationId: application.id, step, addedAt: at };
      await tx.agendaItem.create({ data: { id: newId(), ...item } });
      return { data: { meetingId: meeting.id, date: isoDay(meeting.date) } };
    },
  });
};
