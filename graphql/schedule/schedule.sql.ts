import { COUNTED } from '@/domain/case/groups';
import type { Viewer } from '@/domain/viewer';
import type { Application } from '@/generated/prisma/client';
import { Prisma, prisma } from '@/server/prisma';
import { visibleApplicationsSql } from '@/server/visibility';

const MAX = 500;

export type ScheduledRow = Application & { municipalityName: string; experts: number };

/** Which cases are asked for: those of a period, those without one, or every one that no approved schedule holds yet. */
export type Asked = { periodId: string | null } | 'waiting';

/** The cases asked for that a viewer may see, by municipality and name, each with the number of its counted experts. */
export function findScheduledCases(
  viewer: Viewer,
  asked: Asked,
  municipalityId: string | null,
  statuses: readonly string[],
): Promise<ScheduledRow[]> {
  return prisma.$queryRaw<ScheduledRow[]>(Prisma.sql`
    select a.*, m.name as "municipalityName",
      (select count(*)::int from "ExpertAssignment" x where x."applicationId" = a.id and x.status = any(${[...COUNTED]})) as experts
    ${scheduled(viewer, asked, municipalityId, statuses)}
    order by m.name collate "ru-x-icu", m.id, a."lastName" collate "ru-x-icu", a."firstName" collate "ru-x-icu", a.id
    limit ${MAX}`);
}

/** How many such cases there are. */
export async function countScheduledCases(
  viewer: Viewer,
  asked: Asked,
  municipalityId: string | null,
  statuses: readonly string[],
): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>(
    Prisma.sql`select count(*)::int as count ${scheduled(viewer, asked, municipalityId, statuses)}`,
  );
  return row?.count ?? 0;
}

const scheduled = (viewer: Viewer, asked: Asked, municipalityId: string | null, statuses: readonly string[]): Prisma.Sql => Prisma.sql`
  from "Application" a join "Municipality" m on m.id = a."municipalityId"
  where ${visibleApplicationsSql(viewer)} and a.status = any(${[...statuses]})
    and ${asked === 'waiting' ? Prisma.sql`a."scheduleEdition" is null` : Prisma.sql`a."periodId" is not distinct from ${asked.periodId}`}
    ${municipalityId ? Prisma.sql`and a."municipalityId" = ${municipalityId}::uuid` : Prisma.empty}`;
