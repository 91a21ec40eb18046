import { waysOf } from '@/domain/workflow';
import { getViewer } from '@/server/context';
import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import type { ApplicationResolvers } from './../../types.generated';
import { visibleRequests } from '../requests';

const requestsOf = perRequest(async (context, ids) => {
  const where = { AND: [visibleRequests(getViewer(context)), { applicationId: { in: [...ids] } }] };
  return groupBy(ids, await prisma.informationRequest.findMany({ where, orderBy: { id: 'asc' } }), (row) => row.applicationId);
});

export const Application: Pick<ApplicationResolvers, 'informationRequests' | 'requestsOnAcceptance'> = {
  informationRequests: ({ id }, _arg, context) => requestsOf(context, id),
  requestsOnAcceptance: async ({ id }, _arg, context) => {
    const found = await context.loaders.case.load(id);
    if (!found) return [];
    const ways = waysOf(found.procedure, found.facts, getViewer(context).role).filter((way) => way.action === 'accept');
    return ways.flatMap((way) => way.requests ?? []).map(({ text }) => text[context.language]);
  },
};
