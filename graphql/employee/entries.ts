import { isDeepStrictEqual } from 'node:util';
import { fillerOf, findIndicator } from '@/domain/card';
import { dayIn } from '@/domain/days';
import { birthAmong, type EntryShape, entryProblems, entryShape, normalEntry } from '@/domain/evidence';
import { type Problem, problem } from '@/domain/problems';
import type { Indicator, Procedure } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceEntry } from '@/generated/prisma/client';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { notFound } from '@/server/errors';
import { newId } from '@/server/ids';
import type { Prisma, Tx } from '@/server/prisma';
import { visibleEmployees } from '@/server/visibility';
import { cardChanged, lockCard } from './lockCard';
import type { EmployeeCardMapper } from './schema.mappers';

interface Given {
  employeeId: string;
  indicatorId: string;
  entryId?: string | null;
  version?: number | null;
  value: unknown;
}

interface Saved {
  problems: Problem[];
  /** What is stored, also when it was refused as stale. */
  entry: { row: EvidenceEntry; shape: EntryShape } | null;
}

/** Writes one entry of a card, locked against the confirmation and against an application that is being sent. */
export async function saveEntry(tx: Tx, viewer: Viewer, procedure: Procedure, given: Given): Promise<Saved> {
  const found = await lockCard(tx, viewer, given.employeeId, procedure);
  const place = placeOf(found, viewer, given.indicatorId);
  if ('problems' in place) return { problems: place.problems, entry: null };
  const { indicator, shape } = place;
  const own = found.card.entries.filter(({ indicatorId }) => indicatorId === indicator.id);
  const known = own.find(({ id }) => id === given.entryId);
  // Without a version the id is the client's own: repeating it after a lost answer writes nothing twice, but never passes another text over.
  if (known && given.version == null) {
    const again = isDeepStrictEqual(known.value, normalEntry(shape, given.value));
    return { problems: again ? [] : [problem('STALE_VERSION')], entry: { row: known, shape } };
  }
  if (!known && given.version != null) return notFound();
  if (known && known.version !== given.version) return { problems: [problem('STALE_VERSION')], entry: { row: known, shape } };
  if (!known && own.length >= shape.max)
    return { problems: [problem('ENTRY_LIMIT_REACHED', [], { max: shape.max })], entry: own[0] ? { row: own[0], shape } : null };
  const at = now();
  const birth = found.form && birthAmong(found.form, found.card.entries);
  const problems = entryProblems(shape, given.value, { today: dayIn(procedure.region.timezone, at), birth });
  if (problems.length) return { problems, entry: null };
  const value = normalEntry(shape, given.value);
  if (known && isDeepStrictEqual(known.value, value)) return { problems: [], entry: { row: known, shape } };
  const data = { value, updatedAt: at, updatedById: viewer.accountId };
  const row = known
    ? await tx.evidenceEntry.update({ where: { id: known.id }, data: { ...data, version: { increment: 1 } } })
    : await create(tx, given.entryId ?? newId(), {
        regionId: viewer.regionId,
        cardId: found.card.id,
        indicatorId: indicator.id,
        createdAt: at,
        ...data,
      });
  await cardChanged(tx, found.card.id, at);
  await writeAudit(tx, viewer, {
    action: 'save_card_entry',
    objectType: 'EvidenceEntry',
    objectId: row.id,
    personId: found.employee.accountId,
    data: { indicatorId: indicator.id, version: row.version, from: known?.value ?? null, to: value },
  });
  return { problems: [], entry: { row, shape } };
}

/** A new row under the client's id; one that is taken by another record is nobody's to write. */
async function create(tx: Tx, id: string, data: Omit<Prisma.EvidenceEntryUncheckedCreateInput, 'id'>): Promise<EvidenceEntry> {
  const taken = await tx.evidenceEntry.findUnique({ where: { id }, select: { id: true } });
  return taken ? notFound() : tx.evidenceEntry.create({ data: { id, ...data } });
}

/** Marks an entry of a card removed. */
export async function removeEntry(tx: Tx, viewer: Viewer, procedure: Procedure, id: string): Promise<Problem[]> {
  const where = { id, card: { employee: visibleEmployees(viewer) } };
  const entry = await tx.evidenceEntry.findFirst({ where, include: { card: { select: { employeeId: true } } } });
  if (!entry?.card) return notFound();
  const found = await lockCard(tx, viewer, entry.card.employeeId, procedure);
  const place = placeOf(found, viewer, entry.indicatorId);
  if ('problems' in place) return place.problems;
  const at = now();
  const removed = await tx.evidenceEntry.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: at, updatedAt: at, updatedById: viewer.accountId, version: { increment: 1 } },
  });
  if (removed.count === 0) return [];
  await cardChanged(tx, found.card.id, at);
  await writeAudit(tx, viewer, {
    action: 'remove_card_entry',
    objectType: 'EvidenceEntry',
    objectId: id,
    personId: found.employee.accountId,
    data: { indicatorId: entry.indicatorId, from: entry.value, to: null },
  });
  return [];
}

/** Where an entry belongs, for the role that fills the section. */
function placeOf({ employee, form }: EmployeeCardMapper, viewer: Viewer, indicatorId: string): Place | { problems: Problem[] } {
  if (employee.dismissedAt) return { problems: [problem('EMPLOYEE_DISMISSED')] };
  if (!form) return { problems: [problem('POSITION_NOT_SERVED', ['field', 'position'])] };
  const place = findIndicator(form, indicatorId);
  const shape = place && entryShape(form, place.indicator);
  if (!place || !shape) return { problems: [problem('VALUE_NOT_LISTED', ['indicator', indicatorId])] };
  if (fillerOf(place.section) !== viewer.role || viewer.organisationId !== employee.organisationId)
    return { problems: [problem('NOT_YOUR_MOVE', ['indicator', indicatorId])] };
  return { indicator: place.indicator, shape };
}

interface Place {
  indicator: Indicator;
  shape: EntryShape;
}
