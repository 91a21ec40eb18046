import { COUNTED, DEADLINE_DATED, EMPLOYER_ASKED, LOST, PANEL_OPEN, PAPER_OWED } from '@/domain/case/groups';
import { addDays, type Day } from '@/domain/days';
import type { Viewer } from '@/domain/viewer';
import type { Application } from '@/generated/prisma/client';
import { calledSql, type Version, wordingSql } from '@/server/labels.sql';
import { isToBeHandedOver } from '@/server/owedConclusions';
import { Prisma, prisma } from '@/server/prisma';
import { holdsWords } from '@/server/search';
import { visibleApplicationsSql } from '@/server/visibility';
import type { ApplicationFilter, ApplicationSort } from '../../../types.generated';

/** What a filter needs to know of the procedure. */
export interface FilterRules {
  expertsMin: number;
  /** Statuses in which a case goes on. */
  goingOn: readonly string[];
  today: Day;
  /** Of the region: only where a word of theirs is asked for. */
  versions: readonly Version[];
}

/** Where a page begins: the sort key and the id of the last row before it. */
export interface ApplicationCursor {
  keys: string[];
  id: string;
}

/** A row with the day its sort went by, where it went by one. */
type Sorted = Application & { term?: string };
/** Where a case has no term: after every day there is. */
const NO_TERM = '9999-12-31';
/** The last day, as text, of the soonest term of a case that goes on: one that waits, runs or was missed and still waits. */
const soonestTerm = ({ goingOn }: FilterRules): Prisma.Sql => Prisma.sql`coalesce(case when a.status = any(${[...goingOn]}) then (
  select min(d."untilDate") from "Deadline" d
  where d."applicationId" = a.id and d."assignmentId" is null and d.status = any(${[...DEADLINE_DATED]})
    and not exists (select 1 from "Deadline" n where n."applicationId" = a.id and n."termId" = d."termId" and n.id > d.id)
)::text end, ${NO_TERM})`;

/** Order columns of each sort; the id makes every order total. */
const ORDER: Record<ApplicationSort, { sql: Prisma.Sql; keys: (row: Sorted) => string[] }> = {
  TERM_ASC: { sql: Prisma.sql`term, a.id`, keys: (row) => [row.term ?? NO_TERM] },
  CHANGED_DESC: { sql: Prisma.sql`a."statusChangedAt" desc, a.id desc`, keys: (row) => [row.statusChangedAt.toISOString()] },
  NAME_ASC: {
    sql: Prisma.sql`a."lastName" collate "ru-x-icu", a."firstName" collate "ru-x-icu", a.id`,
    keys: (row) => [row.lastName, row.firstName],
  },
  NUMBER_ASC: { sql: Prisma.sql`coalesce(a.number, ''), a.id`, keys: (row) => [row.number ?? ''] },
};

/** The cursor of a row in a sort. */
export const cursorOf = (sort: ApplicationSort, row: Sorted): ApplicationCursor => ({ keys: ORDER[sort].keys(row), id: row.id });

/** One page of the cases a viewer may see, in one statement; asks for one row more than it shows. */
export function findApplicationsPage(
  viewer: Viewer,
  filter: ApplicationFilter,
  sort: ApplicationSort,
  limit: number,
  after: ApplicationCursor | null,
  rules: FilterRules,
): Promise<Sorted[]> {
  const term = sort === 'TERM_ASC' ? Prisma.sql`, ${soonestTerm(rules)} as term` : Prisma.empty;
  return prisma.$queryRaw<Sorted[]>(Prisma.sql`
    select a.*${term} from "Application" a
    where ${conditions(viewer, filter, rules)} ${after ? Prisma.sql`and ${afterSql(sort, after, rules)}` : Prisma.empty}
    order by ${ORDER[sort].sql} limit ${limit}`);
}

/** How many there are; only run when the total is asked for. */
export async function countApplications(viewer: Viewer, filter: ApplicationFilter, rules: FilterRules): Promise<number> {
  const [row] = await prisma.$queryRaw<{ n: number }[]>(
    Prisma.sql`select count(*)::int as n from "Application" a where ${conditions(viewer, filter, rules)}`,
  );
  return row?.n ?? 0;
}

/** Cases of a version that stand in a status under one of its wordings. */
interface WordingCount {
  versionId: string;
  status: string;
  wording: string;
  count: number;
}

/** How many of the viewer's cases are called what, in one statement. */
export function countByWording(viewer: Viewer, versions: readonly Version[]): Promise<WordingCount[]> {
  return prisma.$queryRaw<WordingCount[]>(Prisma.sql`
    select "versionId", status, wording, count(*)::int as count
    from (select a."procedureVersionId" as "versionId", a.status, ${wordingSql(versions)} as wording
      from "Application" a where ${visibleApplicationsSql(viewer)}) as called
    group by "versionId", status, wording`);
}

function conditions(viewer: Viewer, filter: ApplicationFilter, rules: FilterRules): Prisma.Sql {
  const parts = [visibleApplicationsSql(viewer)];
  if (filter.status?.length) parts.push(Prisma.sql`a.status = any(${[...filter.status]})`);
  if (filter.statusLabel) parts.push(calledSql(rules.versions, filter.statusLabel));
  if (filter.municipalityId) parts.push(Prisma.sql`a."municipalityId" = ${filter.municipalityId}::uuid`);
  if (filter.meetingId)
    parts.push(
      Prisma.sql`exists (select 1 from "AgendaItem" g where g."applicationId" = a.id and g."meetingId" = ${filter.meetingId}::uuid)`,
    );
  if (filter.employerConfirmation?.length)
    parts.push(
      Prisma.sql`exists (select 1 from "EmployerConfirmation" c where c."applicationId" = a.id and c.status = any(${[...filter.employerConfirmation]}))`,
    );
  if (filter.employerPaper?.length)
    parts.push(
      Prisma.sql`exists (select 1 from "EmployerPaper" e where e."applicationId" = a.id and e.status = any(${[...filter.employerPaper]}))`,
    );
  if (filter.awaitsSchool != null) {
    const owed = schoolOwesSql(viewer);
    parts.push(filter.awaitsSchool ? Prisma.sql`a.status = any(${[...rules.goingOn]}) and ${owed}` : Prisma.sql`not ${owed}`);
  }
  const found = holdsWords(Prisma.sql`a."searchText"`, filter.search);
  if (found) parts.push(found);
  if (filter.needsExperts != null) {
    const enough = Prisma.sql`(select count(*) from "ExpertAssignment" x where x."applicationId" = a.id and x.status = any(${[...COUNTED]})) >= ${rules.expertsMin}`;
    parts.push(filter.needsExperts ? Prisma.sql`a.status = any(${[...PANEL_OPEN]}) and not ${enough}` : enough);
  }
  if (filter.toHandOver != null)
    parts.push(Prisma.sql`(a.status = 'CONCLUSION_SIGNED' and a.verdict is not null and ${isToBeHandedOver}) = ${filter.toHandOver}`);
  if (filter.open != null) parts.push(Prisma.sql`(a.status = any(${[...rules.goingOn]})) = ${filter.open}`);
  if (filter.openConflict != null) {
    const lost = Prisma.sql`exists (select 1 from "ExpertAssignment" x where x."applicationId" = a.id and x.status = any(${[...LOST]}) and x."conflictClosedAt" is null)`;
    parts.push(filter.openConflict ? Prisma.sql`a.status = any(${[...rules.goingOn]}) and ${lost}` : Prisma.sql`not ${lost}`);
  }
  if (filter.overdue != null) {
    const missed = Prisma.sql`exists (select 1 from "Deadline" d where d."applicationId" = a.id and d.status = 'LAPSED' and not exists (
      select 1 from "Deadline" n where n."applicationId" = a.id and n."termId" = d."termId" and n.id > d.id))`;
    parts.push(filter.overdue ? Prisma.sql`a.status = any(${[...rules.goingOn]}) and ${missed}` : Prisma.sql`not ${missed}`);
  }
  if (filter.dueWithinDays != null) {
    const until = addDays(rules.today, Math.max(-366, Math.min(366, filter.dueWithinDays)));
    parts.push(
      Prisma.sql`exists (select 1 from "Deadline" d where d."applicationId" = a.id and d.status = 'RUNNING' and d."untilDate" <= ${until}::date)`,
    );
  }
  return Prisma.join(parts, ' and ');
}

/** Whether the school still owes its answer, this role's signature or its paper, over alias `a`. */
const schoolOwesSql = ({ role }: Viewer) => Prisma.sql`(
  exists (select 1 from "EmployerConfirmation" c where c."applicationId" = a.id and c.status = any(${[...EMPLOYER_ASKED]})
    and not exists (select 1 from "EmployerSignature" s where s."confirmationId" = c.id and s.role = ${role}))
  or exists (select 1 from "EmployerPaper" e where e."applicationId" = a.id and e.status = any(${[...PAPER_OWED]})))`;

function afterSql(sort: ApplicationSort, { keys: [first = '', second = ''], id }: ApplicationCursor, rules: FilterRules): Prisma.Sql {
  switch (sort) {
    case 'TERM_ASC':
      return Prisma.sql`(${soonestTerm(rules)}, a.id) > (${first}, ${id}::uuid)`;
    case 'CHANGED_DESC':
      return Prisma.sql`(a."statusChangedAt", a.id) < (${new Date(first)}, ${id}::uuid)`;
    case 'NAME_ASC':
      return Prisma.sql`(a."lastName" collate "ru-x-icu", a."firstName" collate "ru-x-icu", a.id) > (${first} collate "ru-x-icu", ${second} collate "ru-x-icu", ${id}::uuid)`;
    case 'NUMBER_ASC':
      return Prisma.sql`(coalesce(a.number, ''), a.id) > (${first}, ${id}::uuid)`;
  }
}
