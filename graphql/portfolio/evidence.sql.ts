import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { now } from '@/server/clock';
import { newId } from '@/server/ids';
import { Prisma, prisma } from '@/server/prisma';
import type { Slot } from './slots';

/**
 * Every write of a file is one statement that carries its own gate: it locks the case FOR SHARE, so that it stands before or after an act
 * that moves the case, never across it, and writes nothing once the case is closed. Counts are exact because writes of files of one
 * case stand in line behind an advisory lock.
 */

/** How long a browser may take to post a file: five mebibytes over a very slow line. Real time, as the store counts it. */
export const POLICY_SECONDS = 15 * 60;
/** What was posted in time may be judged a little later. */
const GRACE_MS = 2 * 60_000;

/** Business time, and real time as policies count it. */
const at = () => instant(now());
const realTime = (offsetMs = 0) => instant(new Date(Date.now() + offsetMs));
const instant = (moment: Date) => Prisma.sql`${moment.toISOString()}::timestamptz`;

async function inLine(slot: Pick<Slot, 'applicationId'>, statement: Prisma.Sql): Promise<EvidenceFile | null> {
  const [, rows] = await prisma.$transaction([
    prisma.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtextextended(${slot.applicationId}::text, 1))`),
    prisma.$queryRaw<EvidenceFile[]>(statement),
  ]);
  return rows[0] ?? null;
}

/** The case, while its teacher may change what lies in the slot. */
const openCase = (slot: Slot, viewer: Viewer) =>
  slot.portfolioStatuses === null
    ? Prisma.sql`select a.id, a."regionId" from "Application" a
        where a.id = ${slot.applicationId}::uuid and a."accountId" = ${viewer.accountId}::uuid and a.status = any(${slot.statuses}) for share`
    : Prisma.sql`select a.id, a."regionId" from "Application" a join "Portfolio" p on p."applicationId" = a.id
        where a.id = ${slot.applicationId}::uuid and a."accountId" = ${viewer.accountId}::uuid and a.status = any(${slot.statuses})
          and p.status = any(${slot.portfolioStatuses}) for share`;

const inSlot = (slot: Slot) =>
  Prisma.sql`x."applicationId" = ${slot.applicationId}::uuid
    and x."indicatorId" is not distinct from ${slot.indicatorId}::text and x."fieldId" is not distinct from ${slot.fieldId}::text`;

const storedBeside = (slot: Slot, except: Prisma.Sql) =>
  Prisma.sql`(select count(*) from "EvidenceFile" x where ${inSlot(slot)} and x.status = 'STORED' and x.id is distinct from ${except})`;

export interface NewUpload {
  name: string;
  extension: string;
  contentType: string;
  size: number;
  sha256: string;
  incomingKey: string;
  replacesId: string | null;
}

/** Writes the PENDING row; null when the case is closed, the slot is full, or the file to be replaced does not lie in it. */
export function insertUpload(viewer: Viewer, slot: Slot, upload: NewUpload): Promise<EvidenceFile | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    taken as (select count(*) as n from "EvidenceFile" x where ${inSlot(slot)} and x.id is distinct from ${upload.replacesId}::uuid
      and (x.status = 'STORED' or (x.status = 'PENDING' and x."policyExpiresAt" > ${realTime()})))
    insert into "EvidenceFile" (id, "regionId", "applicationId", "indicatorId", "fieldId", "uploadedById", name, extension, "contentType",
      size, sha256, status, "incomingKey", "policyExpiresAt", "createdAt", "replacesId")
    select ${newId()}::uuid, parent."regionId", parent.id, ${slot.indicatorId}::text, ${slot.fieldId}::text, ${viewer.accountId}::uuid, ${upload.name}::text,
      ${upload.extension}::text, ${upload.contentType}::text, ${upload.size}::int, ${upload.sha256}::text, 'PENDING', ${upload.incomingKey}::text, ${realTime(POLICY_SECONDS * 1000)}, ${at()},
      ${upload.replacesId}::uuid
    from parent, taken
    where taken.n < ${slot.max} and (${upload.replacesId}::uuid is null or exists (
      select 1 from "EvidenceFile" x where ${inSlot(slot)} and x.id = ${upload.replacesId}::uuid and x.status = 'STORED'))
    returning *`,
  );
}

/** PENDING becomes STORED, the file it replaces REPLACED; null when the upload is over, too old, out of place, or the case is closed. */
export function storeUpload(
  viewer: Viewer,
  slot: Slot,
  id: string,
  copy: { storedKey: string; extension: string; contentType: string },
): Promise<EvidenceFile | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    done as (
      update "EvidenceFile" f set status = 'STORED', "storedKey" = ${copy.storedKey}, extension = ${copy.extension},
        "contentType" = ${copy.contentType}, "storedAt" = ${at()}
      from parent
      where f.id = ${id}::uuid and f."applicationId" = parent.id and f.status = 'PENDING' and f."policyExpiresAt" > ${realTime(-GRACE_MS)}
        and ${storedBeside(slot, Prisma.sql`f."replacesId"`)} < ${slot.max}
      returning f.*),
    replaced as (
      update "EvidenceFile" o set status = 'REPLACED', "removedAt" = ${at()} from done
      where o.id = done."replacesId" and o."applicationId" = done."applicationId" and o.status = 'STORED' returning o.id),
    ${history(viewer, slot, 'upload_evidence')}
    select * from done`,
  );
}

/** STORED becomes DELETED; null when it is not stored or the case is closed. */
export function removeStored(viewer: Viewer, slot: Slot, id: string): Promise<EvidenceFile | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    done as (
      update "EvidenceFile" f set status = 'DELETED', "removedAt" = ${at()} from parent
      where f.id = ${id}::uuid and f."applicationId" = parent.id and f.status = 'STORED' returning f.*),
    ${history(viewer, slot, 'delete_evidence')}
    select * from done`,
  );
}

/** DELETED or REPLACED becomes STORED again; null when there is no room, nothing to restore, or the case is closed. */
export function restoreRemoved(viewer: Viewer, slot: Slot, id: string): Promise<EvidenceFile | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    done as (
      update "EvidenceFile" f set status = 'STORED', "removedAt" = null from parent
      where f.id = ${id}::uuid and f."applicationId" = parent.id and f.status in ('DELETED', 'REPLACED') and f."storedKey" is not null
        and ${storedBeside(slot, Prisma.sql`f.id`)} < ${slot.max}
      returning f.*),
    ${history(viewer, slot, 'restore_evidence')}
    select * from done`,
  );
}

/** Writes a refusal on an upload that is still under way; whoever came first has said what it is. */
export async function rejectUpload(id: string, code: string, params: Record<string, string | number> = {}): Promise<void> {
  await prisma.evidenceFile.updateMany({
    where: { id, status: 'PENDING' },
    data: { status: 'REJECTED', problemCode: code, problemParams: params },
  });
}

/**
 * The audit log names every file. The case's history says once per sitting that the portfolio was changed and how often, or thirty
 * uploads would bury everything else; files of the form are part of the application and not told.
 */
function history(viewer: Viewer, slot: Slot, act: string): Prisma.Sql {
  const audit = Prisma.sql`audit as (
      insert into "AuditEntry" (id, "regionId", at, "accountId", role, action, "objectType", "objectId", data)
      select ${newId()}::uuid, done."regionId", ${at()}, ${viewer.accountId}::uuid, ${viewer.role}::text, ${act}::text, 'EvidenceFile', done.id::text,
        jsonb_build_object('applicationId', done."applicationId", 'sha256', done.sha256) from done)`;
  if (slot.indicatorId === null) return audit;
  const sitting = instant(new Date(now().getTime() - 60 * 60_000));
  return Prisma.sql`
    last as (
      select t.id, t.kind, t."actorId", t.at from "TimelineEntry" t, done
      where t."applicationId" = done."applicationId" order by t.at desc, t.id desc limit 1),
    added as (
      update "TimelineEntry" t set at = ${at()},
        data = t.data || jsonb_build_object(${act}::text, coalesce((t.data->>${act}::text)::int, 0) + 1)
      from last where t.id = last.id and last.kind = 'edit_portfolio' and last."actorId" = ${viewer.accountId}::uuid and last.at > ${sitting}
      returning t.id),
    line as (
      insert into "TimelineEntry" (id, "regionId", "applicationId", at, "actorId", "actorRole", kind, data)
      select ${newId()}::uuid, done."regionId", done."applicationId", ${at()}, ${viewer.accountId}::uuid, ${viewer.role}::text, 'edit_portfolio',
        jsonb_build_object(${act}::text, 1) from done where not exists (select 1 from added)),
    ${audit}`;
}
