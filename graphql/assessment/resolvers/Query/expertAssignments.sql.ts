import { startsByScoring } from '@/domain/case/acts';
import { DEADLINE_UNMET, RELEASABLE, UNFINISHED } from '@/domain/case/groups';
import type { Day } from '@/domain/days';
import type { Viewer } from '@/domain/viewer';
import type { Version } from '@/server/labels.sql';
import { Prisma, prisma } from '@/server/prisma';

/** The list of one expert in SQL: what waits for him by the day it is due, so that a late case stands first; then what is still to come. */

/** Where a case has no term: after every day there is. */
const NO_TERM = '9999-12-31';

/** Where a page begins: what the last row before it was ordered by, and its id. */
export interface AssignmentCursor {
  waits: boolean;
  until: string;
  id: string;
}

const text = (words: readonly string[]) => Prisma.sql`${[...words]}::text[]`;

/** Whether the case waits for the expert now: his answer to an invitation, his first look at the sheet, or his scores (domain/case/acts.ts). */
function waitsSql(versions: readonly Version[]): Prisma.Sql {
  const opened = versions.filter(({ procedure }) => startsByScoring(procedure)).map(({ id }) => id);
  return Prisma.sql`(a.status = 'INVITED' or c.status = 'EXPERTISE'
    or (c.status = 'READY' and a.status = 'CONFIRMED' and c."procedureVersionId"::text = any(${text(opened)})))`;
}

/** The last day, as text, of the term he works by: his own, else that of the case. */
function untilSql(versions: readonly Version[]): Prisma.Sql {
  const terms = versions.map(({ id, procedure: { assessment } }) => {
    const { confirmBy = '', scoreBy } = assessment.experts;
    return Prisma.sql`when ${id}::uuid then case a.status when 'INVITED' then ${confirmBy} else ${scoreBy} end`;
  });
  const awaited = terms.length > 0 ? Prisma.sql`case c."procedureVersionId" ${Prisma.join(terms, ' ')} end` : Prisma.sql`null`;
  return Prisma.sql`coalesce((select case when d.status = any(${text(DEADLINE_UNMET)}) then d."untilDate" end from "Deadline" d
    where d."applicationId" = c.id and d."termId" = ${awaited} and (d."assignmentId" = a.id or d."assignmentId" is null)
    order by d."assignmentId" is null, d.id desc limit 1)::text, ${NO_TERM})`;
}

function fromSql(viewer: Viewer, open: boolean): Prisma.Sql {
  // Who waits in the reserve has not been asked yet.
  const status = open ? Prisma.sql`a.status = any(${text(UNFINISHED)})` : Prisma.sql`a.status <> all(${text(RELEASABLE)})`;
  return Prisma.sql`from "ExpertAssignment" a join "Application" c on c.id = a."applicationId"
    where a."expertId" = ${viewer.expertId ?? null}::uuid and a."regionId" = ${viewer.regionId}::uuid
      and c.practice = ${viewer.practice ?? false} and ${status}`;
}

/** One page, in one statement, of what an expert is still to work on; asks for one row more than it shows. */
export const findOpenPage = (viewer: Viewer, versions: readonly Version[], limit: number, after: AssignmentCursor | null) =>
  prisma.$queryRaw<AssignmentCursor[]>(Prisma.sql`
    select * from (select a.id, ${waitsSql(versions)} as waits, ${untilSql(versions)} as until ${fromSql(viewer, true)}) found
    where ${after ? Prisma.sql`(not waits, until, id) > (${!after.waits}, ${after.until}, ${after.id}::uuid)` : Prisma.sql`true`}
    order by not waits, until, id limit ${limit}`);

/** The same of what has ended, the newest first. */
export const findEndedPage = (viewer: Viewer, limit: number, after: AssignmentCursor | null) =>
  prisma.$queryRaw<AssignmentCursor[]>(Prisma.sql`
    select a.id, false as waits, ${NO_TERM} as until ${fromSql(viewer, false)}
      ${after ? Prisma.sql`and a.id < ${after.id}::uuid` : Prisma.empty}
    order by a.id desc limit ${limit}`);

/** How many there are in all, and of those in work how many wait and how many are due before a day or late. One statement. */
export async function countAssignments(viewer: Viewer, versions: readonly Version[], soonBefore: Day) {
  const [row] = await prisma.$queryRaw<{ open: bigint; waiting: bigint; soon: bigint; ended: bigint }[]>(Prisma.sql`
    select count(*) as open, count(*) filter (where waits) as waiting, count(*) filter (where waits and until < ${soonBefore}) as soon,
      (select count(*) ${fromSql(viewer, false)}) as ended
    from (select ${waitsSql(versions)} as waits, ${untilSql(versions)} as until ${fromSql(viewer, true)}) found`);
  const [open, waiting, soon, ended] = [row?.open, row?.waiting, row?.soon, row?.ended].map(Number) as [number, number, number, number];
  return { open, waiting, soon, later: open - waiting, ended };
}
