import { dayIn } from '@/domain/days';
import type { Procedure } from '@/domain/procedure/shape';
import { now } from '@/server/clock';
import { getViewer } from '@/server/context';
import { decodeCursor, encodeCursor, isInstant, pageSize } from '@/server/cursor';
import { forbidden } from '@/server/errors';
import { findVersions, type Version } from '@/server/labels.sql';
import { getCurrentProcedure } from '@/server/procedures';
import { maySee } from '@/server/visibility';
import type { ApplicationSort, QueryResolvers } from './../../../types.generated';
import { type ApplicationCursor, countApplications, cursorOf, type FilterRules, findApplicationsPage } from './applications.sql';

export const applications: NonNullable<QueryResolvers['applications']> = async (_parent, args, context) => {
  const viewer = getViewer(context);
  const sort: ApplicationSort = args.sort ?? 'CHANGED_DESC';
  const first = pageSize(args.first, 25);
  const filter = args.filter ?? {};
  // What became of the experts of a case is no secret to be asked out of a count.
  const asksOfExperts = (filter.needsExperts ?? filter.openConflict ?? null) !== null;
  if (asksOfExperts && !maySee(viewer, 'expert_name')) return forbidden();
  const versions = filter.statusLabel ? await findVersions(viewer.regionId) : [];
  const rules = rulesOf((await getCurrentProcedure(viewer.regionId)).procedure, versions);
  const found = decodeCursor(args.after, isCursor);
  // A cursor of another order counts as none.
  const after = found && (sort !== 'CHANGED_DESC' || isInstant(found.keys[0])) ? found : null;
  const rows = await findApplicationsPage(viewer, filter, sort, first + 1, after, rules);
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(cursorOf(sort, node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => countApplications(viewer, filter, rules),
  };
};

const rulesOf = ({ assessment, statuses, region }: Procedure, versions: readonly Version[]): FilterRules => ({
  versions,
  expertsMin: assessment.experts.min,
  goingOn: statuses.application.filter(({ status, terminal }) => !terminal && status !== 'EXPIRED').map(({ status }) => status),
  today: dayIn(region.timezone, now()),
});

function isCursor(value: unknown): value is ApplicationCursor {
  const cursor = value as Partial<ApplicationCursor> | null;
  const keys = cursor?.keys;
  return typeof cursor?.id === 'string' && UUID.test(cursor.id) && Array.isArray(keys) && keys.every((key) => typeof key === 'string');
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
