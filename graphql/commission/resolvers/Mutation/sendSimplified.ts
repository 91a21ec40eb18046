import { stepAtHand } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { isoDay } from '@/server/facts';
import { perform } from '@/server/perform';
import { prisma } from '@/server/prisma';
import { visibleMeetings } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';
import { putOnAgenda } from '../../agenda';

export const sendSimplified: NonNullable<MutationResolvers['sendSimplified']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const meeting = await prisma.meeting.findFirst({ where: { AND: [visibleMeetings(viewer), { id: input.meetingId }] } });
  return perform(viewer, input.id, {
    action: 'send_simplified',
    ...(meeting && { input: { meeting: { date: isoDay(meeting.date) } } }),
    write: async (tx, { application, procedure, facts }, at) => {
      // The simplified form goes past the stages between: the step at hand is the last one.
      const step = procedure.decision.steps.at(-1) ?? stepAtHand(procedure, facts.status);
      return putOnAgenda(tx, application, { meeting, step, path: ['input', 'meetingId'] }, at);
    },
  });
};
