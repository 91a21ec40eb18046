import type { TrailAction } from '@/domain/trail';
import type { Viewer } from '@/domain/viewer';
import { auditInsert, auditWho } from '@/server/audit';
import { now } from '@/server/clock';
import { newId } from '@/server/ids';
import { Prisma, prisma } from '@/server/prisma';
import type { Slot } from './slots';

/**
 * Every write of evidence is one statement that carries its own gate: it locks the case FOR SHARE, so that it stands before or after an act
 * that moves the case, never across it, and writes nothing once the case is closed. Counts are exact because writes of the evidence of one
 * case stand in line behind an advisory lock.
 */

/** Business time in a statement. */
export const at = () => instant(now());
export const instant = (moment: Date) => Prisma.sql`${moment.toISOString()}::timestamptz`;

/** Runs a statement behind the case's lock for evidence; its first row. */
export async function inLine<Row>(slot: Pick<Slot, 'applicationId'>, statement: Prisma.Sql): Promise<Row | null> {
  const [, rows] = await prisma.$transaction([
    prisma.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtextextended(${slot.applicationId}::text, 1))`),
    prisma.$queryRaw<Row[]>(statement),
  ]);
  return rows[0] ?? null;
}

type Gate = Pick<Slot, 'applicationId' | 'statuses' | 'portfolioStatuses'>;

/** The case, while its teacher may change what lies in the slot. */
export const openCase = (slot: Gate, viewer: Viewer) =>
  slot.portfolioStatuses === null
    ? Prisma.sql`select a.id, a."regionId" from "Application" a
        where a.id = ${slot.applicationId}::uuid and a."accountId" = ${viewer.accountId}::uuid and a.status = any(${slot.statuses}) for share`
    : Prisma.sql`select a.id, a."regionId" from "Application" a join "Portfolio" p on p."applicationId" = a.id
        where a.id = ${slot.applicationId}::uuid and a."accountId" = ${viewer.accountId}::uuid and a.status = any(${slot.statuses})
          and p.status = any(${slot.portfolioStatuses}) for share`;

export interface Told {
  act: TrailAction;
  objectType: 'EvidenceFile' | 'EvidenceEntry';
  /** More for the audit log, over the rows of `done`. */
  data: Prisma.Sql;
  /** How many changes the case's history counts; null keeps it out of the history. */
  counted: 0 | 1 | null;
}

/**
 * The audit log names every change of the rows of `done`. The case's history says once per sitting that the portfolio was changed and how
 * often, or thirty uploads would bury everything else.
 */
export function history(viewer: Viewer, { act, objectType, data, counted }: Told): Prisma.Sql {
  const audit = Prisma.sql`audit as (${auditInsert(Prisma.sql`${auditWho(viewer, { action: act })}`, {
    action: act,
    objectType,
    objectId: Prisma.sql`done.id::text`,
    applicationId: Prisma.sql`done."applicationId"`,
    data,
    from: 'done',
  })})`;
  if (counted === null) return audit;
  const sitting = instant(new Date(now().getTime() - 60 * 60_000));
  return Prisma.sql`
    last as (
      select t.id, t.kind, t."actorId", t.at from "TimelineEntry" t, done
      where t."applicationId" = done."applicationId" order by t.at desc, t.id desc limit 1),
    added as (
      update "TimelineEntry" t set at = ${at()},
        data = t.data || jsonb_build_object(${act}::text, coalesce((t.data->>${act}::text)::int, 0) + ${counted}::int)
      from last where t.id = last.id and last.kind = 'edit_portfolio' and last."actorId" = ${viewer.accountId}::uuid and last.at > ${sitting}
      returning t.id),
    line as (
      insert into "TimelineEntry" (id, "regionId", "applicationId", at, "actorId", "actorRole", kind, data)
      select ${newId()}::uuid, done."regionId", done."applicationId", ${at()}, ${viewer.accountId}::uuid, ${viewer.role}::text, 'edit_portfolio',
        jsonb_build_object(${act}::text, ${counted}::int) from done where not exists (select 1 from added)),
    ${audit}`;
}
