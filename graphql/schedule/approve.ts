import { TO_SCHEDULE } from '@/domain/case/groups';
import { guardProblems } from '@/domain/guards';
import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import { findPeriod, openScheduleActions } from '@/domain/schedule';
import type { Viewer } from '@/domain/viewer';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { notFound } from '@/server/errors';
import { type Case, findCases, getCase } from '@/server/facts';
import { fullName } from '@/server/fullName';
import { newId } from '@/server/ids';
import { runSystem, writeTimeline } from '@/server/perform';
import { Prisma, type Tx } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';

interface Approved {
  problems: Problem[];
  approved: number;
  leftOut: string[];
}

/** A new edition of the schedule of a municipality for a period: it takes in every case that waits and has its experts. */
export async function approve(
  tx: Tx,
  viewer: Viewer,
  procedure: Procedure,
  { municipalityId, periodId }: { municipalityId: string; periodId: string },
): Promise<Approved> {
  const own = viewer.municipalityId === null || viewer.municipalityId === municipalityId;
  const place = own && (await tx.municipality.findFirst({ where: { id: municipalityId, regionId: viewer.regionId } }));
  if (!place) return notFound();
  const refuse = (refused: Problem, leftOut: string[] = []) => ({ problems: [refused], approved: 0, leftOut });
  if (!findPeriod(procedure, periodId)) return refuse(problem('VALUE_NOT_LISTED', ['input', 'periodId']));

  const waiting = await lockWaiting(tx, viewer, municipalityId, periodId);
  const entries = waiting.map((found) => ({ found, approved: false, ready: guardProblems('experts_confirmed', found).length === 0 }));
  const act = openScheduleActions(procedure, entries, viewer.role)[0];
  const leftOut = entries.filter((entry) => !entry.ready).map(({ found }) => fullName(found.application));
  if (!act) return refuse(problem('WRONG_STATUS', [], { action: 'approve_schedule_edition' }));
  const [closed] = act.problems;
  if (closed) return refuse(closed, leftOut);

  const ready = entries.flatMap((entry) => (entry.ready ? [entry.found] : []));
  await writeEdition(tx, viewer, { municipalityId, periodId }, ready);
  return { problems: [], approved: ready.length, leftOut };
}

/** The cases that wait for this schedule, locked in one order and read under the lock. */
async function lockWaiting(tx: Tx, viewer: Viewer, municipalityId: string, periodId: string): Promise<Case[]> {
  const mine = { municipalityId, periodId, scheduleEdition: null, status: { in: [...TO_SCHEDULE] } };
  const where = { AND: [visibleApplications(viewer), mine] };
  const seen = await tx.application.findMany({ where, select: { id: true } });
  if (seen.length === 0) return [];
  const ids = seen.map((row) => row.id);
  await tx.$queryRaw(Prisma.sql`select id from "Application" where id = any(${ids}::uuid[]) order by id for update`);
  const still = await tx.application.findMany({
    where: { AND: [where, { id: { in: ids } }] },
    select: { id: true },
    orderBy: [{ lastName: 'asc' }, { id: 'asc' }],
  });
  const cases = await findCases(
    tx,
    still.map((row) => row.id),
  );
  return still.flatMap(({ id }) => cases.get(id) ?? []);
}

async function writeEdition(tx: Tx, viewer: Viewer, key: { municipalityId: string; periodId: string }, cases: readonly Case[]) {
  const at = now();
  const { regionId, accountId } = viewer;
  await tx.schedule.createMany({ data: { id: newId(), regionId, ...key, status: 'DRAFT' }, skipDuplicates: true });
  const { id, edition } = await tx.schedule.update({
    where: { municipalityId_periodId: key },
    data: { status: 'APPROVED', edition: { increment: 1 }, approvedAt: at, approvedById: accountId },
  });
  await writeAudit(tx, viewer, { action: 'approve_schedule_edition', objectType: 'Schedule', objectId: id, data: { edition } });
  for (const found of cases) {
    await tx.application.update({ where: { id: found.application.id }, data: { scheduleEdition: edition } });
    await writeTimeline(tx, await getCase(tx, found.application.id), {
      kind: 'approve_schedule_edition',
      viewer,
      at,
      data: { periodId: key.periodId, edition },
    });
    await runSystem(tx, found.application.id, at);
  }
}
