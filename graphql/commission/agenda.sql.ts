import DataLoader from 'dataloader';
import type { Procedure } from '@/domain/procedure/shape';
import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import { stepAtHand } from '@/domain/schedule';
import type { Viewer } from '@/domain/viewer';
import type { Application } from '@/generated/prisma/client';
import { type GraphQLContext, getViewer } from '@/server/context';
import { Prisma, prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { visibleApplicationsSql } from '@/server/visibility';

const BY_NAME = Prisma.sql`a."lastName" collate "ru-x-icu", a."firstName" collate "ru-x-icu", a.id`;

/** Cases on the agenda of a meeting that the viewer may see, by name. */
export function findAgenda(viewer: Viewer, meetingId: string): Promise<Application[]> {
  return prisma.$queryRaw<Application[]>(Prisma.sql`
    select a.* from "AgendaItem" g join "Application" a on a.id = g."applicationId"
    where g."meetingId" = ${meetingId}::uuid and ${visibleApplicationsSql(viewer)} order by ${BY_NAME} limit 500`);
}

/** Cases that wait to be put on the agenda of a step, by name. */
export function findCandidates(viewer: Viewer, procedure: Procedure, step: string): Promise<Application[]> {
  return prisma.$queryRaw<Application[]>(Prisma.sql`select a.* ${waiting(viewer, procedure, step)} order by ${BY_NAME} limit 500`);
}

/** How many such cases there are. */
export async function countCandidates(viewer: Viewer, procedure: Procedure, step: string): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>(Prisma.sql`select count(*)::int as count ${waiting(viewer, procedure, step)}`);
  return row?.count ?? 0;
}

function waiting(viewer: Viewer, procedure: Procedure, step: string): Prisma.Sql {
  const ways = procedure.transitions.filter((t) => t.action === 'put_on_agenda' && t.actor === viewer.role);
  const here = ways.filter(({ from }) => stepAtHand(procedure, from) === step);
  const statuses = here.map((t) => t.from);
  // Where the session is set in the status itself, whoever has one waits no more.
  const setHere = here.filter((t) => t.records === 'session').map((t) => t.from);
  return Prisma.sql`from "Application" a where a.status = any(${statuses}) and ${visibleApplicationsSql(viewer)}
    and not (a.status = any(${setHere}) and exists (select 1 from "AgendaItem" g where g."applicationId" = a.id and g.step = ${step}))`;
}

interface AgendaCount {
  all: number;
  open: number;
  orderless: number;
}
const counts = new WeakMap<GraphQLContext, DataLoader<string, AgendaCount>>();

/** How many cases stand on an agenda, how many still wait for its word and how many for the order on it: one statement for every meeting of a page. */
export function countAgenda(context: GraphQLContext, meetingId: string): Promise<AgendaCount> {
  const known = counts.get(context) ?? new DataLoader((ids: readonly string[]) => readCounts(getViewer(context), ids));
  counts.set(context, known);
  return known.load(meetingId);
}

async function readCounts(viewer: Viewer, ids: readonly string[]): Promise<AgendaCount[]> {
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  const waits = procedure.decision.steps.flatMap((step) =>
    procedure.statuses.application
      .filter(({ status, terminal }) => !terminal && status !== 'EXPIRED' && stepAtHand(procedure, status as ApplicationStatus) === step)
      .map(({ status }) => `${step} ${status}`),
  );
  const rows = await prisma.$queryRaw<(AgendaCount & { id: string })[]>(Prisma.sql`
    select g."meetingId" as id, count(*)::int as "all",
      (count(*) filter (where d.id is null and g.step || ' ' || a.status = any(${waits})))::int as open,
      (count(*) filter (where d.id is not null and a."orderId" is null))::int as orderless
    from "AgendaItem" g join "Application" a on a.id = g."applicationId"
    left join "Decision" d on d."applicationId" = a.id and d."meetingId" = g."meetingId"
    where g."meetingId" = any(${[...ids]}::uuid[]) and ${visibleApplicationsSql(viewer)} group by 1`);
  return ids.map((id) => rows.find((row) => row.id === id) ?? { all: 0, open: 0, orderless: 0 });
}
