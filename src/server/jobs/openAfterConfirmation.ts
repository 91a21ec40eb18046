import { COUNTED } from '@/domain/case/groups';
import { systemMove } from '@/domain/workflow';
import { findCases } from '../facts';
import { faultOf, log } from '../log';
import { runSystemLocked } from '../perform';
import { prisma } from '../prisma';
import { getProcedure } from '../procedures';

/** Cases looked at in one go. */
const BATCH = 1000;

/**
 * The end of the day stated for confirming opens the assessment of cases that waited for nothing else. Only cases whose experts' last such day
 * is over are read, and only those that the system moves are locked; the job may run any number of times.
 */
export async function openAfterConfirmation(at: Date, regionId?: string): Promise<number> {
  const places = await findWaitingPlaces();
  if (places.length === 0) return 0;
  const seated = { status: { in: [...COUNTED] } };
  const due = await prisma.application.findMany({
    where: {
      ...(regionId && { regionId }),
      OR: places,
      assignments: { some: seated, none: { ...seated, deadlines: { some: { lapsesAt: { gt: at } } } } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  const cases = await findCases(
    prisma,
    due.map(({ id }) => id),
  );
  let opened = 0;
  for (const { application, procedure, form, facts } of cases.values()) {
    if (!systemMove(procedure, form, facts)) continue;
    try {
      await runSystemLocked(application.id, at);
      opened += 1;
    } catch (error) {
      log.error({ applicationId: application.id, ...faultOf(error) }, 'assessment not opened');
    }
  }
  return opened;
}

/** Versions and statuses in which a case waits for that day. */
async function findWaitingPlaces(): Promise<{ procedureVersionId: string; status: string }[]> {
  const versions = await prisma.procedureVersion.findMany({ select: { id: true } });
  const places = versions.map(async ({ id }) =>
    (await getProcedure(id)).transitions
      .filter((t) => t.guards?.includes('confirmation_day_past'))
      .map((t) => ({ procedureVersionId: id, status: t.from })),
  );
  return (await Promise.all(places)).flat();
}
