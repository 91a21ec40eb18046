import { dayIn } from '@/domain/days';
import { holdProblems } from '@/domain/decision';
import type { Problem } from '@/domain/problems';
import type { MeetingStatus } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { applyEvents } from '@/server/events';
import { findCase, isoDay } from '@/server/facts';
import { runSystem, writeTimeline } from '@/server/perform';
import { Prisma, prisma, type Tx } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { visibleMeetings } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';

export const holdMeeting: NonNullable<MutationResolvers['holdMeeting']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'SECRETARY');
  const problems = await prisma.$transaction((tx) => hold(tx, viewer, input), { timeout: 120_000 });
  return { problems, meeting: await prisma.meeting.findUnique({ where: { id: input.id } }) };
};

/** Records the meeting as held and tells every case on its agenda; the meeting's row is locked, so it is held once. */
async function hold(tx: Tx, viewer: Viewer, input: { id: string; members: number; present: number }): Promise<Problem[]> {
  await tx.$queryRaw(Prisma.sql`select id from "Meeting" where id = ${input.id}::uuid for update`);
  const meeting = await tx.meeting.findFirst({
    where: { AND: [visibleMeetings(viewer), { id: input.id }] },
    include: { agenda: { orderBy: { applicationId: 'asc' } } },
  });
  if (!meeting) return notFound();
  const { procedure } = await getCurrentProcedure(viewer.regionId, tx);
  const at = now();
  const { members, present } = input;
  const state = { date: isoDay(meeting.date), status: meeting.status as MeetingStatus };
  const problems = holdProblems(procedure, state, dayIn(procedure.region.timezone, at), { members, present });
  if (problems.length) return problems;
  await tx.meeting.update({ where: { id: meeting.id }, data: { status: 'HELD', heldAt: at, members, present } });
  await writeAudit(tx, viewer, { action: 'hold_meeting', objectType: 'Meeting', objectId: meeting.id, data: { members, present } });
  for (const { applicationId } of meeting.agenda) {
    await tx.$queryRaw(Prisma.sql`select id from "Application" where id = ${applicationId}::uuid for update`);
    const found = await findCase(tx, applicationId);
    if (!found || found.procedure.statuses.application.find((s) => s.status === found.facts.status)?.terminal) continue;
    await writeTimeline(tx, found, { kind: 'hold_meeting', viewer, at });
    await applyEvents(tx, applicationId, ['session.held'], at);
    await runSystem(tx, applicationId, at);
  }
  return [];
}
