import { getViewer } from '@/server/context';
import { decodeCursor, encodeCursor, pageSize } from '@/server/cursor';
import { prisma } from '@/server/prisma';
import { visibleNotifications } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const notifications: NonNullable<QueryResolvers['notifications']> = async (_parent, args, context) => {
  const viewer = getViewer(context);
  const first = pageSize(args.first, 25);
  const after = decodeCursor(args.after, isCursor);
  // Ids are UUIDv7: their order is the order of time.
  const rows = await prisma.notification.findMany({
    where: { AND: [visibleNotifications(viewer), after ? { id: { lt: after.id } } : {}] },
    orderBy: { id: 'desc' },
    take: first + 1,
  });
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor({ id: node.id }) }));
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

function isCursor(value: unknown): value is { id: string } {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
