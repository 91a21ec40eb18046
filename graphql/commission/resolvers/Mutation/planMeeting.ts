import { dayIn } from '@/domain/days';
import { planProblems } from '@/domain/decision';
import { problem } from '@/domain/problems';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { MutationResolvers } from './../../../types.generated';

export const planMeeting: NonNullable<MutationResolvers['planMeeting']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'SECRETARY');
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  const problems = planProblems(procedure, input.step, input.date, dayIn(procedure.region.timezone, now()));
  if (problems.length) return { problems };
  const key = { regionId: viewer.regionId, step: input.step, date: new Date(input.date) };
  const { count } = await prisma.meeting.createMany({
    data: { id: newId(), ...key, status: 'PLANNED', createdAt: now() },
    skipDuplicates: true,
  });
  if (count === 0) return { problems: [problem('VALUE_TAKEN', ['input', 'date'])] };
  const meeting = await prisma.meeting.findUniqueOrThrow({ where: { regionId_step_date: key } });
  await writeAudit(prisma, viewer, { action: 'plan_meeting', objectType: 'Meeting', objectId: meeting.id });
  return { problems: [], meeting };
};
