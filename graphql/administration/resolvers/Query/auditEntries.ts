import { getViewerAs } from '@/server/context';
import { decodeCursor, encodeCursor, pageSize } from '@/server/cursor';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const auditEntries: NonNullable<QueryResolvers['auditEntries']> = async (_parent, args, context) => {
  const viewer = getViewerAs(context, 'ADMINISTRATOR');
  const first = pageSize(args.first, 50);
  const after = decodeCursor(args.after, isId);
  const rows = await prisma.auditEntry.findMany({
    where: { AND: [{ regionId: viewer.regionId }, after ? { id: { lt: after } } : {}] },
    orderBy: { id: 'desc' },
    take: first + 1,
  });
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(node.id) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
