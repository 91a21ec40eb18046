import { stepAtHand } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { isoDay } from '@/server/facts';
import { perform } from '@/server/perform';
import { prisma } from '@/server/prisma';
import { visibleMeetings } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';
import { putOnAgenda } from '../../agenda';

export const putApplicationOnAgenda: NonNullable<MutationResolvers['putApplicationOnAgenda']> = async (_parent, args, context) => {
  const viewer = getViewer(context);
  const meeting = await prisma.meeting.findFirst({ where: { AND: [visibleMeetings(viewer), { id: args.meetingId }] } });
  const path = ['input', 'meeting'];
  return perform(viewer, args.applicationId, {
    action: 'put_on_agenda',
    ...(meeting && { input: { meeting: { date: isoDay(meeting.date) } } }),
    write: (tx, { application, procedure, facts }, at) =>
      putOnAgenda(tx, application, { meeting, step: stepAtHand(procedure, facts.status), path }, at),
  });
};
