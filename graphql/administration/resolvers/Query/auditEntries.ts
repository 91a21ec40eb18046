import { getViewerAs } from '@/server/context';
import { decodeCursor, encodeCursor, isInstant, pageSize } from '@/server/cursor';
import { badUserInput } from '@/server/errors';
import type { QueryResolvers } from './../../../types.generated';
import { type AuditPlace, findAuditEntries } from '../../auditEntries.sql';

export const auditEntries: NonNullable<QueryResolvers['auditEntries']> = async (_parent, args, context) => {
  const viewer = getViewerAs(context, 'ADMINISTRATOR');
  const first = pageSize(args.first, 50);
  const after = decodeCursor(args.after, isPlace);
  const { days } = args.filter ?? {};
  if (typeof days === 'number' && (days < 1 || days > MOST_DAYS)) return badUserInput(`"days" is from 1 to ${MOST_DAYS}.`);
  const zone = context.region?.timezone ?? 'UTC';
  const rows = await findAuditEntries(viewer.regionId, zone, args.filter ?? {}, { after, limit: first + 1 });
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor({ at: node.at, id: node.id }) }));
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

const MOST_DAYS = 366;

const isPlace = (value: unknown): value is AuditPlace => {
  const { at, id } = (value ?? {}) as Partial<AuditPlace>;
  return isInstant(at) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(id));
};
