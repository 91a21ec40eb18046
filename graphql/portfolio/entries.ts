import { type Problem, problem } from '@/domain/problems';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceEntry } from '@/generated/prisma/client';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import { getOwnEntrySlot } from './evidence';
import type { EntrySlot } from './slots';

/** An entry of the viewer's own case with its place. */
export async function getOwnEntry(viewer: Viewer, id: string): Promise<{ row: EvidenceEntry; slot: EntrySlot }> {
  const row = await prisma.evidenceEntry.findFirst({ where: { regionId: viewer.regionId, id, application: visibleApplications(viewer) } });
  const slot = row?.applicationId ? await getOwnEntrySlot(viewer, row.applicationId, row.indicatorId) : null;
  return row && slot ? { row, slot } : notFound();
}

export const entryPath = (slot: EntrySlot): string[] => ['indicator', slot.indicatorId];
export const roomProblem = (slot: EntrySlot): Problem => problem('ENTRY_LIMIT_REACHED', entryPath(slot), { max: slot.max });

/** The entries of a place that count, the oldest first. */
export const entriesIn = (slot: EntrySlot): Promise<EvidenceEntry[]> =>
  prisma.evidenceEntry.findMany({
    where: { applicationId: slot.applicationId, indicatorId: slot.indicatorId, removedAt: null },
    orderBy: { id: 'asc' },
  });
