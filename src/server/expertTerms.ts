import { COUNTED, DEADLINE_UNMET, isIn } from '@/domain/case/groups';
import { isOfExpert, lapseOf } from '@/domain/deadlines';
import type { Deadline as Term } from '@/domain/procedure/shape';
import type { AssignmentStatus, DomainEvent } from '@/domain/procedure/vocabulary';
import type { Deadline } from '@/generated/prisma/client';
import { calendar } from './calendar';
import type { Case } from './facts';
import type { Tx } from './prisma';
import { startTerm } from './terms';

/** Terms of one expert of a case: they begin, are met and lapse with his assignment, whatever the others do. */

/** Events after which an expert's term runs; activity counts from the opening of the review or from his appointment while it is open. */
const BEGINS: Partial<Record<DomainEvent, readonly DomainEvent[]>> = {
  'expert.invited': ['expert.invited'],
  'expert.assigned': ['expert.assigned'],
  'expert.confirmed': ['expert.confirmed'],
  'expert.review_opened': ['expert.review_opened', 'expert.last_activity'],
  'review.reopened': ['expert.last_activity'],
};

/** Begins the terms that an event starts for the expert it is about, or for every expert at work. */
export async function startExpertTerms(
  tx: Tx,
  { application, procedure }: Case,
  event: DomainEvent,
  expertId: string | undefined,
  at: Date,
): Promise<void> {
  const terms = procedure.deadlines.filter((term) => BEGINS[event]?.includes(term.from));
  if (terms.length === 0) return;
  const seats = application.assignments.filter((a) =>
    expertId ? a.expertId === expertId && !a.endedAt : isIn(a.status as AssignmentStatus, COUNTED) && a.status !== 'FINAL',
  );
  for (const seat of seats) {
    for (const term of terms) {
      await endTerms(tx, { assignmentId: seat.id, termId: term.id }, 'CANCELLED', at);
      await startTerm(
        tx,
        { regionId: application.regionId, applicationId: application.id, assignmentId: seat.id, zone: procedure.region.timezone },
        term,
        at,
      );
    }
  }
}

/** Ends the terms of an assignment that an event of its expert meets. */
export async function meetExpertTerms(
  tx: Tx,
  { application, procedure }: Case,
  event: DomainEvent,
  expertId: string,
  at: Date,
): Promise<void> {
  const met = procedure.deadlines.filter((term) => isOfExpert(term) && term.metBy?.includes(event)).map((term) => term.id);
  const seat = application.assignments.findLast((a) => a.expertId === expertId);
  if (seat && met.length > 0) await endTerms(tx, { assignmentId: seat.id, termId: { in: met } }, 'MET', at);
}

/** Ends what still runs for an assignment: its expert has finished, or has left. */
export async function endExpertTerms(tx: Tx, assignmentIds: readonly string[], outcome: 'MET' | 'CANCELLED', at: Date): Promise<void> {
  await endTerms(tx, { assignmentId: { in: [...assignmentIds] } }, outcome, at);
}

async function endTerms(tx: Tx, where: object, status: 'MET' | 'CANCELLED', at: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { ...where, status: { in: [...DEADLINE_UNMET] } }, data: { status, endedAt: at } });
}

/** When an expert last did something on a case: confirmed, opened the sheet, saved a score or a word; never before his term began. */
async function lastActivity(tx: Tx, row: Pick<Deadline, 'assignmentId' | 'startedAt'>): Promise<Date> {
  const seat = await tx.expertAssignment.findUniqueOrThrow({
    where: { id: row.assignmentId ?? '' },
    select: { confirmedAt: true, sheet: { select: { id: true, openedAt: true, reopenedAt: true } } },
  });
  const saved = seat.sheet && (await tx.scoreRevision.aggregate({ where: { sheetId: seat.sheet.id }, _max: { at: true } }));
  const moments = [seat.confirmedAt, seat.sheet?.openedAt, seat.sheet?.reopenedAt, saved?._max.at];
  return moments.reduce<Date>((last, moment) => (moment && moment > last ? moment : last), row.startedAt);
}

/**
 * A term of idleness counts from the expert's last activity. That is asked only when the term warns or lapses, so that saving a cell writes no term:
 * whoever has worked meanwhile has as long again from that moment.
 */
export async function movedByActivity(tx: Tx, row: Deadline, term: Term, timezone: string): Promise<Deadline> {
  if (term.from !== 'expert.last_activity' || !row.assignmentId) return row;
  const startedAt = await lastActivity(tx, row);
  if (startedAt <= row.startedAt) return row;
  const { until, lapsesAt } = lapseOf(term, startedAt, timezone, await calendar(tx));
  return tx.deadline.update({ where: { id: row.id }, data: { startedAt, untilDate: new Date(until), lapsesAt, warned: [] } });
}
