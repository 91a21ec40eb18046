import { getViewer } from '@/server/context';
import { decodeCursor, encodeCursor, pageSize } from '@/server/cursor';
import { getCurrentProcedure } from '@/server/procedures';
import type { ApplicationSort, QueryResolvers } from './../../../types.generated';
import { type ApplicationCursor, countApplications, cursorOf, findApplicationsPage } from './applications.sql';

export const applications: NonNullable<QueryResolvers['applications']> = async (_parent, args, context) => {
  const viewer = getViewer(context);
  const sort: ApplicationSort = args.sort ?? 'CHANGED_DESC';
  const first = pageSize(args.first, 25);
  const filter = args.filter ?? {};
  const expertsMin = filter.needsExperts == null ? 0 : (await getCurrentProcedure(viewer.regionId)).procedure.assessment.experts.min;
  const after = decodeCursor(args.after, isCursor);
  const rows = await findApplicationsPage(viewer, filter, sort, first + 1, after, expertsMin);
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(cursorOf(sort, node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => countApplications(viewer, filter, expertsMin),
  };
};

function isCursor(value: unknown): value is ApplicationCursor {
  const cursor = value as Partial<ApplicationCursor> | null;
  const keys = cursor?.keys;
  return typeof cursor?.id === 'string' && UUID.test(cursor.id) && Array.isArray(keys) && keys.every((key) => typeof key === 'string');
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
