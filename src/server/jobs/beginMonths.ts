import { dayIn, endOfDay } from '@/domain/days';
import { endOfTerm } from '@/domain/deadlines';
import { calendar } from '../calendar';
import { newId } from '../ids';
import { faultOf, log } from '../log';
import { Prisma, prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';

/**
 * Every month begins its own terms (month.started): one row per region, term and month, of no case. A look that comes again finds the row there; two workers
 * wait for each other on the region's row.
 */
export async function beginMonths(at: Date, only?: string): Promise<number> {
  const regions = await prisma.region.findMany({
    where: { ...(only && { id: only }), currentVersionId: { not: null } },
    select: { id: true },
  });
  let begun = 0;
  for (const { id: regionId } of regions) {
    try {
      const { procedure } = await getCurrentProcedure(regionId);
      const zone = procedure.region.timezone;
      const first = `${dayIn(zone, at).slice(0, 7)}-01`;
      for (const term of procedure.deadlines.filter((t) => t.from === 'month.started')) {
        const { until } = endOfTerm(term, first, await calendar(prisma));
        // A system that starts after the day has passed begins with the next month.
        if (until < dayIn(zone, at)) continue;
        begun += await prisma.$transaction(async (tx) => {
          await tx.$queryRaw(Prisma.sql`select id from "Region" where id = ${regionId}::uuid for update`);
          const last = await tx.deadline.findFirst({
            where: { regionId, termId: term.id, applicationId: null, accountId: null },
            orderBy: { startedAt: 'desc' },
          });
          if (last && dayIn(zone, last.startedAt) >= first) return 0;
          await tx.deadline.create({
            data: {
              id: newId(),
              regionId,
              termId: term.id,
              startedAt: at,
              untilDate: new Date(until),
              lapsesAt: endOfDay(until, zone),
              status: 'RUNNING',
              warned: [],
            },
          });
          return 1;
        });
      }
    } catch (error) {
      log.error({ regionId, ...faultOf(error) }, 'month not begun');
    }
  }
  return begun;
}
