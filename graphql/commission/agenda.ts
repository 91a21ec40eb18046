import { isIn, MEETING_AHEAD } from '@/domain/case/groups';
import { type Problem, problem } from '@/domain/problems';
import type { Meeting } from '@/generated/prisma/client';
import { isoDay } from '@/server/facts';
import { newId } from '@/server/ids';
import type { ActOutcome } from '@/server/perform';
import type { Tx } from '@/server/prisma';

/** Puts a case on the agenda of a meeting of its step that is not yet held; a former line of that step gives way. */
export async function putOnAgenda(
  tx: Tx,
  application: { id: string; regionId: string },
  { meeting, step, path }: { meeting: Meeting | null; step: string; path: string[] },
  at: Date,
): Promise<{ problems: Problem[] } | ActOutcome> {
  if (meeting?.step !== step) return { problems: [problem('VALUE_NOT_LISTED', path)] };
  if (!isIn(meeting.status, MEETING_AHEAD)) return { problems: [problem('MEETING_HELD', path)] };
  const item = { meetingId: meeting.id, addedAt: at };
  await tx.agendaItem.upsert({
    where: { applicationId_step: { applicationId: application.id, step } },
    create: { id: newId(), regionId: application.regionId, applicationId: application.id, step, ...item },
    update: item,
  });
  // The new line waited for a meeting that was being held just then.
  const { status } = await tx.meeting.findUniqueOrThrow({ where: { id: meeting.id }, select: { status: true } });
  if (!isIn(status, MEETING_AHEAD)) return { problems: [problem('MEETING_HELD', path)] };
  return { data: { meetingId: meeting.id, date: isoDay(meeting.date) } };
}
