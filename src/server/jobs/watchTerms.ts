import { assignmentAfter } from '@/domain/assignment';
import { isIn, SEATED } from '@/domain/case/groups';
import { dayIn } from '@/domain/days';
import { warningsDue } from '@/domain/deadlines';
import type { Procedure, Deadline as Term } from '@/domain/procedure/shape';
import { type AssignmentStatus, EXPIRY_TARGETS } from '@/domain/procedure/vocabulary';
import type { Deadline } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { calendar } from '../calendar';
import { refreshClock } from '../clock';
import { applyEvents } from '../events';
import { endExpertTerms, movedByActivity } from '../expertTerms';
import { type Case, findCase, getCase, isoDay } from '../facts';
import { faultOf, log } from '../log';
import { writeTermLetter } from '../mail/termLetters';
import type { Occurrence } from '../occurrence';
import { runSystem, writeTimeline } from '../perform';
import { Prisma, prisma, type Tx } from '../prisma';
import { getCurrentProcedure, getProcedure } from '../procedures';
import { inviteFromReserve } from '../reserve';
import { beginMonths } from './beginMonths';
import { beginPeriods } from './beginPeriods';
import { openAfterConfirmation } from './openAfterConfirmation';

/** Terms looked at in one go, the nearest first; no warning comes earlier than the terms of the next weeks. */
const BATCH = 5000;

/**
 * The worker's look at the terms: sends warnings that are due, then lapses what is over. Each term is handled in a transaction of its own under
 * its case's lock, and read again there: two workers, or the same job twice, do no harm. With a region only its terms are looked at: a walk of
 * one region that runs ahead in time must not lapse the cases of another.
 */
export async function watchTerms(regionId?: string): Promise<{ warned: number; lapsed: number }> {
  const at = await refreshClock();
  await beginMonths(at, regionId);
  const running = await prisma.deadline.findMany({
    where: { status: 'RUNNING', ...(regionId && { regionId }) },
    orderBy: { lapsesAt: 'asc' },
    take: BATCH,
    include: { application: { select: { procedureVersionId: true } } },
  });
  const daysOff = await calendar(prisma);
  const done = { warned: 0, lapsed: 0 };
  for (const row of running) {
    try {
      const procedure = await procedureOf(row);
      const term = procedure.deadlines.find((t) => t.id === row.termId);
      if (!term) continue;
      const today = dayIn(procedure.region.timezone, at);
      const due = warningsDue(term, isoDay(row.untilDate), today, row.warned, daysOff).length > 0;
      if (!due && row.lapsesAt > at) continue;
      const result = await prisma.$transaction((tx) => handleTerm(tx, row.id, procedure, term, at), { timeout: 20_000 });
      done.warned += result.warned;
      done.lapsed += result.lapsed;
    } catch (error) {
      log.error({ deadlineId: row.id, ...faultOf(error) }, 'term not handled');
    }
  }
  await beginPeriods(at, regionId);
  await openAfterConfirmation(at, regionId);
  return done;
}

async function procedureOf(row: Deadline & { application: { procedureVersionId: string } | null }): Promise<Procedure> {
  return row.application ? getProcedure(row.application.procedureVersionId) : (await getCurrentProcedure(row.regionId)).procedure;
}

async function handleTerm(tx: Tx, id: string, procedure: Procedure, term: Term, at: Date): Promise<{ warned: number; lapsed: number }> {
  // The case first, then its term: the same order as every act, so that no two wait for each other.
  const [subject] = await tx.$queryRaw<{ applicationId: string | null }[]>(
    Prisma.sql`select "applicationId" from "Deadline" where id = ${id}::uuid`,
  );
  if (subject?.applicationId)
    await tx.$queryRaw(Prisma.sql`select id from "Application" where id = ${subject.applicationId}::uuid for update`);
  await tx.$queryRaw(Prisma.sql`select id from "Deadline" where id = ${id}::uuid for update`);
  const stored = await tx.deadline.findUniqueOrThrow({ where: { id } });
  if (stored.status !== 'RUNNING') return { warned: 0, lapsed: 0 };
  const row = await movedByActivity(tx, stored, term, procedure.region.timezone);
  const due = warningsDue(term, isoDay(row.untilDate), dayIn(procedure.region.timezone, at), row.warned, await calendar(tx));
  if (due.length > 0) {
    await tx.deadline.update({ where: { id }, data: { warned: { push: due } } });
    // Warnings that were slept through go as one letter.
    if (term.warn) await writeTermLetter(tx, row, procedure, term.warn.letter);
  }
  if (row.lapsesAt > at) return { warned: due.length > 0 ? 1 : 0, lapsed: 0 };
  await lapse(tx, row, procedure, term, at);
  return { warned: due.length > 0 ? 1 : 0, lapsed: 1 };
}

/** What happens on expiry: nothing is ever deleted; the term locks, reminds, or only flags. */
async function lapse(tx: Tx, row: Deadline, procedure: Procedure, term: Term, at: Date): Promise<void> {
  await tx.deadline.update({ where: { id: row.id }, data: { status: 'LAPSED', endedAt: at } });
  if (term.onExpiry === 'lock_account' && row.accountId) {
    await tx.account.update({ where: { id: row.accountId }, data: { lockedAt: at } });
    await tx.session.deleteMany({ where: { accountId: row.accountId } });
    await writeAudit(tx, null, { action: 'lock_account', objectType: 'Account', objectId: row.accountId, regionId: row.regionId });
    await writeTermLetter(tx, row, procedure, 'account_locked');
  }
  if (!row.applicationId && !row.accountId && term.reminder) await writeTermLetter(tx, row, procedure, term.reminder);
  if (!row.applicationId) return;
  const found = await findCase(tx, row.applicationId);
  if (!found) return;
  if (row.assignmentId) return lapseOfExpert(tx, row, found, term, at);
  await writeTimeline(tx, found, { kind: 'lapse_deadline', viewer: null, at, data: { termId: term.id } });
  if (term.onExpiry === 'remind') {
    if (term.id === procedure.employerConfirmation.respondBy && found.facts.employerConfirmation === 'ASKED') {
      await tx.employerConfirmation.update({ where: { applicationId: row.applicationId }, data: { status: 'REMINDED' } });
    }
    if (term.reminder) await writeTermLetter(tx, row, procedure, term.reminder);
  }
  if (EXPIRY_TARGETS[term.onExpiry].length > 0) await runSystem(tx, row.applicationId, at);
}

/** A term of one expert lapses: his assignment changes, the case and the other experts go on. */
async function lapseOfExpert(tx: Tx, row: Deadline, found: Case, term: Term, at: Date): Promise<void> {
  const seat = found.application.assignments.find((a) => a.id === row.assignmentId);
  if (!seat) return;
  const { procedure } = found;
  const turn = term.onExpiry === 'lapse_assignment' ? 'lapse' : term.onExpiry === 'replace_expert' ? 'replace_expert' : null;
  const status = turn && assignmentAfter(seat.status as AssignmentStatus, turn);
  await writeTimeline(tx, found, { kind: 'lapse_deadline', viewer: null, at, data: { termId: term.id, experts: [seat.expertId] } });
  if (!status) return term.reminder ? writeTermLetter(tx, row, procedure, term.reminder) : undefined;
  await tx.expertAssignment.update({ where: { id: seat.id }, data: { status, endedAt: at } });
  await endExpertTerms(tx, [seat.id], 'CANCELLED', at);
  const gone: Occurrence = { event: turn === 'lapse' ? 'expert.lapsed' : 'expert.replaced', expertId: seat.expertId };
  await applyEvents(tx, found.application.id, [gone], at);
  // The review may be complete without him: then nobody of the reserve is called.
  await runSystem(tx, found.application.id, at);
  const invited = await inviteFromReserve(tx, found.application.id, procedure, at);
  const { facts } = await getCase(tx, found.application.id);
  const left = facts.assignments.filter((a) => isIn(a.status, SEATED));
  // A further expert is found in whoever has been asked already.
  const further = facts.furtherExpertPending && !left.some((a) => a.status === 'INVITED');
  const enough = left.length >= procedure.assessment.experts.min && !further;
  // Nobody is left to be invited: whoever appoints is asked.
  await applyEvents(tx, found.application.id, invited.length > 0 || enough ? invited : ['experts.appointment_due'], at);
}
