import { FILE_REMOVED } from '@/domain/case/groups';
import type { TrailAction } from '@/domain/trail';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { Prisma, prisma } from '@/server/prisma';
import { withinQuota } from './quota.sql';
import type { Slot } from './slots';
import { at, history, inLine, instant, openCase, type Told } from './writes.sql';

/** How long a browser may take to post a file: five mebibytes over a very slow line. Real time, as the store counts it. */
export const POLICY_SECONDS = 15 * 60;
/** What was posted in time may be judged a little later. */
export const GRACE_MS = 2 * 60_000;

/** Real time, as policies count it. */
const realTime = (offsetMs = 0) => instant(new Date(Date.now() + offsetMs));
const inSlot = (slot: Slot) =>
  Prisma.sql`x."applicationId" = ${slot.applicationId}::uuid
    and x."indicatorId" is not distinct from ${slot.indicatorId}::text and x."fieldId" is not distinct from ${slot.fieldId}::text`;

const FILE = Prisma.sql`jsonb_build_object('sha256', done.sha256, 'title', done.name)`;
/** Files of the form are part of the application and not told in its history. */
const told = (slot: Slot, act: TrailAction): Told => ({
  act,
  objectType: 'EvidenceFile',
  data: FILE,
  counted: slot.indicatorId === null ? null : 1,
});

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

/** Writes the PENDING row; null when the case is closed, the slot or the case's quota is full, or the file to be replaced does not lie in it. */
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
    where taken.n < ${slot.max} and ${withinQuota(slot.applicationId, null, slot.quota, upload.size)} and (${upload.replacesId}::uuid is null or exists (
      select 1 from "EvidenceFile" x where ${inSlot(slot)} and x.id = ${upload.replacesId}::uuid and x.status = 'STORED'))
    returning *`,
  );
}

/** Bytes that were found good, out of the browser's reach. */
export interface Copy {
  storedKey: string;
  extension: string;
  contentType: string;
  virusCheck: 'CLEAN' | 'UNCHECKED';
}

/** PENDING becomes STORED, the file it replaces REPLACED; null when the upload is over, too old, out of place, or the case is closed. */
export function storeUpload(viewer: Viewer, slot: Slot, id: string, copy: Copy): Promise<EvidenceFile | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    done as (
      update "EvidenceFile" f set status = 'STORED', "storedKey" = ${copy.storedKey}, extension = ${copy.extension},
        "contentType" = ${copy.contentType}, "virusCheck" = ${copy.virusCheck}, "storedAt" = ${at()}
      from parent
      where f.id = ${id}::uuid and f."applicationId" = parent.id and f.status = 'PENDING' and f."policyExpiresAt" > ${realTime(-GRACE_MS)}
        and ${storedBeside(slot, Prisma.sql`f."replacesId"`)} < ${slot.max}
      returning f.*),
    replaced as (
      update "EvidenceFile" o set status = 'REPLACED', "removedAt" = ${at()} from done
      where o.id = done."replacesId" and o."applicationId" = done."applicationId" and o.status = 'STORED' returning o.id),
    ${history(viewer, told(slot, 'upload_evidence'))}
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
    ${history(viewer, told(slot, 'delete_evidence'))}
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
      where f.id = ${id}::uuid and f."applicationId" = parent.id and f.status = any(${[...FILE_REMOVED]}) and f."storedKey" is not null
        and ${storedBeside(slot, Prisma.sql`f.id`)} < ${slot.max}
      returning f.*),
    ${history(viewer, told(slot, 'restore_evidence'))}
    select * from done`,
  );
}

/** Writes a refusal on an upload that is still under way; whoever came first has said what it is. */
export async function rejectUpload(id: string, code: string, params: Record<string, string | number> = {}): Promise<void> {
  await prisma.evidenceFile.updateMany({
    where: { id, status: 'PENDING' },
    data: {
      status: 'REJECTED',
      problemCode: code,
      problemParams: params,
      virusCheck: code === 'FILE_INFECTED' ? 'INFECTED' : 'UNCHECKED',
    },
  });
}

/** Says that a virus scanner looks at an upload's bytes now. */
export async function markScanning(id: string): Promise<void> {
  await prisma.evidenceFile.updateMany({ where: { id, status: 'PENDING' }, data: { virusCheck: 'CHECKING' } });
}
