import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import type { ApplicationResolvers } from './../../types.generated';
import { drawingOf } from '../drawing';

/** The statuses each case entered, in their order. */
const enteredOf = perRequest(async (_context, ids) => {
  const rows = await prisma.timelineEntry.findMany({
    where: { applicationId: { in: [...ids] }, toStatus: { not: null } },
    select: { applicationId: true, toStatus: true },
    orderBy: { id: 'asc' },
  });
  return groupBy(ids, rows, (row) => row.applicationId);
});

export const Application: Pick<ApplicationResolvers, 'diagram'> = {
  // The row has passed the filter of what the viewer may see; a version's drawing holds no case.
  diagram: async ({ id, status, procedureVersionId }, _arg, context) => {
    const entered = (await enteredOf(context, id)).map((entry) => entry.toStatus ?? '');
    const trail = entered.at(-1) === status ? entered : [...entered, status];
    return drawingOf(await getProcedure(procedureVersionId), context.language, trail);
  },
};
