import { TO_SCHEDULE } from '@/domain/case/groups';
import { dayIn } from '@/domain/days';
import { findPeriod } from '@/domain/schedule';
import { faultOf, log } from '../log';
import { runSystemLocked } from '../perform';
import { prisma } from '../prisma';
import { getProcedure } from '../procedures';

/** Cases looked at in one go. */
const BATCH = 5000;

/**
 * The first day of a period moves the cases that waited for it: the system's own transitions are tried, each case under its lock in a
 * transaction of its own. A case that has moved on is left alone, so that the job may run any number of times.
 */
export async function beginPeriods(at: Date, regionId?: string): Promise<number> {
  const waiting = await prisma.application.findMany({
    where: { ...(regionId && { regionId }), periodId: { not: null }, status: { in: [...TO_SCHEDULE] } },
    select: { id: true, status: true, periodId: true, procedureVersionId: true },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  let begun = 0;
  for (const { id, status, periodId, procedureVersionId } of waiting) {
    try {
      const procedure = await getProcedure(procedureVersionId);
      const waits = procedure.transitions.some((t) => t.from === status && t.guards?.includes('review_started'));
      const period = findPeriod(procedure, periodId);
      if (!waits || !period || period.startsOn > dayIn(procedure.region.timezone, at)) continue;
      await runSystemLocked(id, at);
      begun += 1;
    } catch (error) {
      log.error({ applicationId: id, ...faultOf(error) }, 'period not begun');
    }
  }
  return begun;
}
