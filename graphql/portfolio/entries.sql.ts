import type { EntryValue } from '@/domain/evidence';
import type { TrailAction } from '@/domain/trail';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceEntry } from '@/generated/prisma/client';
import { Prisma } from '@/server/prisma';
import type { EntrySlot } from './slots';
import { at, history, inLine, openCase } from './writes.sql';

/** What an entry was and is, over the row of `done`. */
const CHANGES = {
  add_entry: { from: Prisma.sql`null::jsonb`, to: Prisma.sql`done.value` },
  change_entry: { from: Prisma.sql`(select value from former)`, to: Prisma.sql`done.value` },
  remove_entry: { from: Prisma.sql`done.value`, to: Prisma.sql`null::jsonb` },
  restore_entry: { from: Prisma.sql`null::jsonb`, to: Prisma.sql`done.value` },
} satisfies Partial<Record<TrailAction, object>>;

const told = (act: keyof typeof CHANGES, counted: 0 | 1 = 1) => ({
  act,
  objectType: 'EvidenceEntry' as const,
  data: Prisma.sql`jsonb_build_object('indicatorId', done."indicatorId", 'version', done.version, 'from', ${CHANGES[act].from}, 'to', ${CHANGES[act].to})`,
  counted,
});
const json = (value: EntryValue) => Prisma.sql`${JSON.stringify(value)}::jsonb`;
/** Whether one more entry fits. */
const room = (slot: EntrySlot) => Prisma.sql`(select count(*) from "EvidenceEntry" x where x."applicationId" = ${slot.applicationId}::uuid
    and x."indicatorId" = ${slot.indicatorId}::text and x."removedAt" is null) < ${slot.max}`;

/** Writes a new entry under the client's id; null when the case is closed, there is no room, or the id is taken. */
export function insertEntry(viewer: Viewer, slot: EntrySlot, id: string, value: EntryValue): Promise<EvidenceEntry | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    done as (
      insert into "EvidenceEntry" (id, "regionId", "applicationId", "indicatorId", value, "createdAt", "updatedAt", "updatedById")
      select ${id}::uuid, parent."regionId", parent.id, ${slot.indicatorId}::text, ${json(value)}, ${at()}, ${at()}, ${viewer.accountId}::uuid
      from parent where ${room(slot)} on conflict (id) do nothing returning *),
    ${history(viewer, told('add_entry'))}
    select * from done`,
  );
}

/** Writes the next version, where the value is another; null when the case is closed, the entry was removed, or another version has come meanwhile. */
export function updateEntry(
  viewer: Viewer,
  slot: EntrySlot,
  id: string,
  version: number,
  value: EntryValue,
): Promise<EvidenceEntry | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    former as (select e.value from "EvidenceEntry" e, parent where e.id = ${id}::uuid for update of e),
    changed as (
      update "EvidenceEntry" e set value = ${json(value)}, version = e.version + 1, "updatedAt" = ${at()}, "updatedById" = ${viewer.accountId}::uuid
      from parent, former where e.id = ${id}::uuid and e."applicationId" = parent.id and e."indicatorId" = ${slot.indicatorId}::text
        and e."removedAt" is null and e.version = ${version}::int
      returning e.*),
    done as (select changed.* from changed, former where former.value is distinct from changed.value),
    ${history(viewer, told('change_entry', 0))}
    select * from changed`,
  );
}

/** Marks an entry removed; null when it is not there or the case is closed. */
export function removeEntry(viewer: Viewer, slot: EntrySlot, id: string): Promise<EvidenceEntry | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    done as (
      update "EvidenceEntry" e set "removedAt" = ${at()}, "updatedAt" = ${at()}, "updatedById" = ${viewer.accountId}::uuid from parent
      where e.id = ${id}::uuid and e."applicationId" = parent.id and e."removedAt" is null returning e.*),
    ${history(viewer, told('remove_entry'))}
    select * from done`,
  );
}

/** Puts a removed entry back; null when it is there, there is no room, or the case is closed. */
export function restoreEntry(viewer: Viewer, slot: EntrySlot, id: string): Promise<EvidenceEntry | null> {
  return inLine(
    slot,
    Prisma.sql`
    with parent as (${openCase(slot, viewer)}),
    done as (
      update "EvidenceEntry" e set "removedAt" = null, "updatedAt" = ${at()}, "updatedById" = ${viewer.accountId}::uuid from parent
      where e.id = ${id}::uuid and e."applicationId" = parent.id and e."removedAt" is not null and ${room(slot)} returning e.*),
    ${history(viewer, told('restore_entry'))}
    select * from done`,
  );
}
