import { keepsCards } from '@/domain/card';
import { getViewerAs } from '@/server/context';
import { decodeCursor, encodeCursor, pageSize } from '@/server/cursor';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { visibleEmployees } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';
import { EMPLOYEE } from '../../employees';
import { type EmployeeCursor, findEmployeesPage } from './employees.sql';

export const employees: NonNullable<QueryResolvers['employees']> = async (_parent, args, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR', 'SCHOOL_DEPUTY', 'SCHOOL_HEAD', 'COORDINATOR', 'OPERATOR');
  const kept = keepsCards((await getCurrentProcedure(viewer.regionId)).procedure);
  const first = pageSize(args.first, 50);
  const after = decodeCursor(args.after, isCursor);
  const page = kept
    ? await findEmployeesPage(viewer, { search: args.search?.trim() || null, waiting: args.waiting ?? false, after, limit: first + 1 })
    : [];
  const shown = page.slice(0, first);
  const where = { AND: [visibleEmployees(viewer), { id: { in: shown.map(({ id }) => id) } }] };
  const rows = await prisma.employee.findMany({ where, include: EMPLOYEE });
  const edges = shown.flatMap((cursor) => {
    const node = rows.find(({ id }) => id === cursor.id);
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

function isCursor(value: unknown): value is EmployeeCursor {
  const cursor = value as Partial<EmployeeCursor> | null;
  const texts = [cursor?.lastName, cursor?.firstName, cursor?.id];
  return texts.every((text) => typeof text === 'string') && UUID.test(cursor?.id ?? '');
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
