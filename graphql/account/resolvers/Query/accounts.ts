import { overseenAssignments } from '@/server/auth/oversight';
import { overseenRoles } from '@/server/auth/roles';
import { getViewerAs } from '@/server/context';
import { decodeCursor, encodeCursor, pageSize } from '@/server/cursor';
import { forbidden } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';
import { type AccountCursor, findAccountsPage } from './accounts.sql';

export const accounts: NonNullable<QueryResolvers['accounts']> = async (_parent, args, context) => {
  const viewer = getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR', 'COORDINATOR');
  const { regionId, municipalityId } = viewer;
  const { procedure } = await getCurrentProcedure(regionId);
  const overseen = overseenRoles(procedure, viewer);
  if (overseen.length === 0) return forbidden();
  const roles = args.role ? overseen.filter((role) => role === args.role) : overseen;
  const first = pageSize(args.first, 50);
  const after = decodeCursor(args.after, isCursor);
  const holding = args.removed ? 'removed' : 'held';
  const search = args.search?.trim() || null;
  const page = await findAccountsPage({ regionId, roles, municipalityId, holding, search, after, limit: first + 1 });
  const shown = page.slice(0, first);
  const [held, removed] = await Promise.all([overseenAssignments(procedure, viewer), overseenAssignments(procedure, viewer, 'removed')]);
  const rows = await prisma.account.findMany({
    where: { id: { in: shown.map((row) => row.id) } },
    include: { roles: { where: { OR: [held, removed] }, orderBy: { id: 'asc' } } },
  });
  const edges = shown.flatMap((cursor) => {
    const node = rows.find((row) => row.id === cursor.id);
    return node ? [{ node, cursor: encodeCursor(cursor) }] : [];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: page.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};

function isCursor(value: unknown): value is AccountCursor {
  const cursor = value as Partial<AccountCursor> | null;
  return (
    typeof cursor?.lastName === 'string' && typeof cursor.firstName === 'string' && typeof cursor.id === 'string' && UUID.test(cursor.id)
  );
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
