import { getViewer } from '@/server/context';
import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import type { ApplicationResolvers } from './../../types.generated';
import { visibleRequests } from '../requests';

const requestsOf = perRequest(async (context, ids) => {
  const where = { AND: [visibleRequests(getViewer(context)), { applicationId: { in: [...ids] } }] };
  return groupBy(ids, await prisma.informationRequest.findMany({ where, orderBy: { id: 'asc' } }), (row) => row.applicationId);
});

export const Application: Pick<ApplicationResolvers, 'informationRequests'> = {
  informationRequests: ({ id }, _arg, context) => requestsOf(context, id),
};
