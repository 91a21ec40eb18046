import { getViewerAs } from '@/server/context';
import { decodeCursor, encodeCursor, pageSize } from '@/server/cursor';
import { findVersions } from '@/server/labels.sql';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from '../../../types.generated';
import { ASSIGNMENT } from '../../assignments';
import { type AssignmentCursor, findEndedPage, findOpenPage } from './expertAssignments.sql';

export const expertAssignments: NonNullable<QueryResolvers['expertAssignments']> = async (_parent, { open, ...args }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  const first = pageSize(args.first, 25);
  const after = decodeCursor(args.after, isCursor);
  const found =
    open === false
      ? await findEndedPage(viewer, first + 1, after)
      : await findOpenPage(viewer, await findVersions(viewer.regionId), first + 1, after);
  const page = found.slice(0, first);
  const rows = await prisma.expertAssignment.findMany({ where: { id: { in: page.map(({ id }) => id) } }, include: ASSIGNMENT });
  const edges = page.flatMap((place) => {
    const node = rows.find(({ id }) => id === place.id);
    return node ? [{ node, cursor: encodeCursor(place) }] : [];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};

function isCursor(value: unknown): value is AssignmentCursor {
  const { waits, until, id } = (value ?? {}) as Partial<AssignmentCursor>;
  return typeof waits === 'boolean' && typeof until === 'string' && DAY.test(until) && typeof id === 'string' && UUID.test(id);
}
const DAY = /^\d{4}-\d\d-\d\d$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
