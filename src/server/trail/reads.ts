import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLError, type GraphQLResolveInfo, getNullableType, isListType } from 'graphql';
import type { ProblemCode } from '@/domain/problems';
import { type AuditRow, writeAudit } from '../audit';
import type { GraphQLContext } from '../context';
import { Prisma, prisma } from '../prisma';
import { RECORDS, type Sight } from './records';
import { saidFilter } from './saidFilter';
import { type AuditSource, type Served, withAuditSource } from './source';

/** One field of the operation that was asked for, and the records its answer holds. */
interface Root {
  field: string;
  args: Record<string, unknown>;
  mutation: boolean;
  /** Its own: what another field of the operation did is no line for what this one shows. */
  served: Served;
  /** By case or record; `listed` while it was only met in a list. */
  sights: Map<string, { sight: Sight; listed: boolean }>;
}

/** What one operation reads: Apollo gives each a context of its own. */
interface OperationTrail {
  source: AuditSource;
  roots: Map<string, Root>;
  written: Set<string>;
}

const trails = new WeakMap<GraphQLContext, OperationTrail>();

function trailOf(context: GraphQLContext): OperationTrail {
  const known = trails.get(context);
  if (known) return known;
  const { address, requestId, session } = context;
  const source = { address, requestId, sessionId: session?.sessionId ?? null };
  const made: OperationTrail = { source, roots: new Map(), written: new Set() };
  trails.set(context, made);
  return made;
}

const rootKey = (info: GraphQLResolveInfo): string => {
  let path = info.path;
  while (path.prev) path = path.prev;
  return String(path.key);
};

/** Notes a field of the operation before it is resolved; on whose behalf its work is done. */
export function noteRoot(context: GraphQLContext, args: Record<string, unknown>, info: GraphQLResolveInfo): Served {
  const { roots, source } = trailOf(context);
  const served = { ...source };
  roots.set(rootKey(info), { field: info.fieldName, args, mutation: info.operation.operation === 'mutation', served, sights: new Map() });
  return served;
}

/** Whether an object stands in a list: the path of its field tells only the lists above. */
function isListed({ returnType, path }: GraphQLResolveInfo): boolean {
  if (isListType(getNullableType(returnType))) return true;
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'number') return true;
  return false;
}

/** GraphQL asks this of every object it is about to answer with: so no field can hand out a record unseen. */
export const noteRecord =
  (type: keyof typeof RECORDS) =>
  (value: unknown, context: GraphQLContext, info: GraphQLResolveInfo): true => {
    const sight: Sight = RECORDS[type](value as never);
    const root = trailOf(context).roots.get(rootKey(info));
    if (root) {
      const key = sight.applicationId ?? sight.objectId;
      const met = root.sights.get(key);
      root.sights.set(key, {
        sight: met ? { ...sight, ownerId: met.sight.ownerId ?? sight.ownerId } : sight,
        listed: (met?.listed ?? true) && isListed(info),
      });
    }
    return true;
  };

/** Those among the cases that are the reader's own, of which the records met did not say it. */
async function ownCases(ids: string[], accountId: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await prisma.application.findMany({ where: { id: { in: ids }, accountId }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** The lines of what was read since the last time: one for every single record, one for every list. */
async function linesOf({ roots }: OperationTrail, accountId: string): Promise<AuditRow[]> {
  const taken = [...roots.values()].filter((root) => root.sights.size > 0);
  roots.clear();
  const all = taken.flatMap((root) => [...root.sights.values()].map(({ sight }) => sight));
  const unsaid = all.flatMap(({ applicationId, ownerId }) => (ownerId === undefined && applicationId ? [applicationId] : []));
  const own = await ownCases([...new Set(unsaid)], accountId);
  return taken.flatMap((root) => {
    const others = [...root.sights.values()].filter(
      ({ sight }) => sight.ownerId !== accountId && !(sight.applicationId && own.has(sight.applicationId)),
    );
    const single = others.filter(({ listed }) => !listed);
    const listed = others.length - single.length;
    // Whoever acts on a record is shown it: the line of the act says so already.
    if (root.served.acted && listed === 0) return [];
    return [...single.map(({ sight }) => lineOf(root, sight)), ...(listed > 0 ? [lineOfList(root, listed, others[0]?.sight)] : [])];
  });
}

const lineOf = ({ field }: Root, { ownerId: _, ...sight }: Sight): AuditRow => ({
  action: sight.applicationId ? 'read_case' : 'read_person',
  ...sight,
  data: { field },
});

function lineOfList({ field, args, mutation }: Root, count: number, first?: Sight): AuditRow {
  const action = first?.objectType === 'AuditEntry' ? 'read_trail' : 'read_list';
  // What an act was given chooses no list, and holds what people write.
  return { action, objectType: 'List', objectId: field, data: { count, filter: mutation ? {} : saidFilter(args) } };
}

async function flush(context: GraphQLContext, trail: OperationTrail): Promise<void> {
  const accountId = context.session?.accountId ?? context.viewer?.accountId;
  if (!accountId) return trail.roots.clear();
  for (const line of await linesOf(trail, context.viewer?.accountId ?? accountId)) {
    const key = JSON.stringify(line);
    if (trail.written.has(key)) continue;
    trail.written.add(key);
    await withAuditSource({ ...trail.source }, () => writeAudit(prisma, context.viewer, line));
  }
}

const REFUSALS = ['FORBIDDEN', 'NOT_FOUND'];

/** A refused access leaves its line, with the case it was aimed at where there is one. */
async function noteRefusals(context: GraphQLContext, errors: readonly GraphQLError[]): Promise<void> {
  const { roots } = trailOf(context);
  for (const { path, extensions } of errors) {
    const root = roots.get(String(path?.[0]));
    if (root && REFUSALS.includes(String(extensions.code))) await writeRefusal(context, root);
  }
}

/** The problem that says no to the person, not to what was sent: the act is another's. */
const CLOSED: ProblemCode = 'NOT_YOUR_MOVE';

/**
 * A record asked for by its id that is not there for the reader: another's and a missing one look alike. An act that ends in problems is undone with its
 * line, so what it shows is a read; one that is another's is a refusal as well.
 */
export async function noteAnswer(context: GraphQLContext, answer: unknown, info: GraphQLResolveInfo): Promise<void> {
  const root = trailOf(context).roots.get(rootKey(info));
  if (!root) return;
  const problems = (answer as { problems?: { code: ProblemCode }[] } | null)?.problems ?? [];
  if (problems.length > 0) root.served.acted = false;
  const missing = !root.mutation && answer == null && typeof root.args.id === 'string';
  const closed = root.mutation && problems.some(({ code }) => code === CLOSED);
  if (missing || closed) await writeRefusal(context, root);
}

async function writeRefusal(context: GraphQLContext, { field, args }: Root): Promise<void> {
  const { source, written } = trailOf(context);
  const id = findId(args);
  const key = `refused ${field} ${id}`;
  if (written.has(key) || !(context.session || context.viewer)) return;
  written.add(key);
  const viewer = context.viewer ?? (context.session && { accountId: context.session.accountId });
  const applicationId = id ? await caseOf(id) : null;
  const row = { action: 'refused', objectType: 'Field', objectId: id ?? field, applicationId, data: { field } } as const;
  await withAuditSource({ ...source }, () => writeAudit(prisma, viewer, row));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The first id among the arguments of a field, also inside its input. */
function findId(args: Record<string, unknown>): string | null {
  for (const value of Object.values(args)) {
    if (typeof value === 'string' && UUID.test(value)) return value;
    const inner = value && typeof value === 'object' && !Array.isArray(value) ? findId(value as Record<string, unknown>) : null;
    if (inner) return inner;
  }
  return null;
}

/** The case an id belongs to, whatever record of it the id names. */
async function caseOf(id: string): Promise<string | null> {
  const [row] = await prisma.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from "Application" where id = ${id}::uuid
    union all select "applicationId" from "EvidenceFile" where id = ${id}::uuid and "applicationId" is not null
    union all select "applicationId" from "ExpertAssignment" where id = ${id}::uuid
    union all select "applicationId" from "InformationRequest" where id = ${id}::uuid limit 1`);
  return row?.id ?? null;
}

/** Before the answer leaves, its lines are written: an answer whose line cannot be written does not leave. */
export const trailReads: ApolloServerPlugin<GraphQLContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ contextValue, errors }) {
        await noteRefusals(contextValue, errors);
      },
      async willSendResponse({ contextValue }) {
        const trail = trails.get(contextValue);
        if (trail) await flush(contextValue, trail);
      },
    };
  },
};
