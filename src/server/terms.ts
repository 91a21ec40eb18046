import { DEADLINE_OPEN, DEADLINE_UNMET } from '@/domain/case/groups';
import { dayIn, endOfDay } from '@/domain/days';
import { isOfExpert, lapseOf, resumed, termPaused, termsFrom, termsMetBy } from '@/domain/deadlines';
import type { Deadline as Term } from '@/domain/procedure/shape';
import { type DomainEvent, isClosed } from '@/domain/procedure/vocabulary';
import { calendar } from './calendar';
import { type Case, isoDay, latestTerms } from './facts';
import { newId } from './ids';
import type { Tx } from './prisma';

const UNMET = { status: { in: [...DEADLINE_UNMET] } };

/** Ends the terms an event meets; a term of a transition is met by leaving its status. True when a term changed. */
export async function meetTerms(tx: Tx, { application, procedure, facts }: Case, event: DomainEvent, at: Date): Promise<boolean> {
  const changed = event === 'application.status_changed';
  let count = 0;
  // First what the end of a case cancels: a term nobody kept is not called met.
  if (changed && isClosed(facts.status)) {
    const cancelled = await tx.deadline.updateMany({
      where: { applicationId: application.id, status: { in: [...DEADLINE_OPEN] }, termId: { notIn: startedByEnd(procedure.deadlines) } },
      data: { status: 'CANCELLED', endedAt: at },
    });
    count += cancelled.count;
  }
  const left = changed ? procedure.transitions.filter((t) => t.deadline && t.to !== facts.status).map((t) => t.deadline ?? '') : [];
  const awaited = (id: string) => procedure.transitions.some((t) => t.deadline === id && t.from === facts.status);
  // What one expert does meets his own terms only (expertTerms.ts).
  const common = termsMetBy(procedure, event).filter((t) => !(isOfExpert(t) && event.startsWith('expert.')));
  const ids = [...common.map((t) => t.id), ...left.filter((id) => !awaited(id))];
  if (ids.length) {
    const met = await tx.deadline.updateMany({
      where: { applicationId: application.id, termId: { in: ids }, ...UNMET },
      data: { status: 'MET', endedAt: at },
    });
    count += met.count;
  }
  return (changed && (await holdClock(tx, { application, procedure, facts }, at))) || count > 0;
}

/** A term that begins with the end of the case, or runs from the decision to the letter, outlives it. */
const startedByEnd = (terms: Term[]) =>
  terms.filter((t) => t.from === 'decision.published' || t.from === 'application.closed').map((t) => t.id);

/** Begins the terms an event starts; a running one of the same id gives way. True when one began. */
export async function startTerms(tx: Tx, { application, procedure }: Case, event: DomainEvent, at: Date): Promise<boolean> {
  const terms = termsFrom(procedure, event).filter((term) => !isOfExpert(term));
  for (const term of terms) {
    await tx.deadline.updateMany({
      where: { applicationId: application.id, termId: term.id, status: { in: [...DEADLINE_OPEN] } },
      data: { status: 'CANCELLED', endedAt: at },
    });
    await startTerm(tx, { regionId: application.regionId, applicationId: application.id, zone: procedure.region.timezone }, term, at);
  }
  return terms.length > 0;
}

/** Writes one running term of a case or an account. */
export async function startTerm(
  tx: Tx,
  subject: { regionId: string; applicationId?: string; assignmentId?: string; accountId?: string; zone: string },
  term: Term,
  at: Date,
): Promise<void> {
  const set = subject.applicationId ? await findSetDay(tx, subject.applicationId, term.id, dayIn(subject.zone, at)) : null;
  const { until, lapsesAt } = set
    ? { until: set, lapsesAt: endOfDay(set, subject.zone) }
    : lapseOf(term, at, subject.zone, await calendar(tx));
  await tx.deadline.create({
    data: {
      id: newId(),
      regionId: subject.regionId,
      applicationId: subject.applicationId ?? null,
      accountId: subject.accountId ?? null,
      assignmentId: subject.assignmentId ?? null,
      termId: term.id,
      startedAt: at,
      untilDate: new Date(until),
      lapsesAt,
      status: 'RUNNING',
      warned: [],
    },
  });
}

/** The day that was set for a term of this case before it began, unless it has passed. */
async function findSetDay(tx: Tx, applicationId: string, termId: string, today: string): Promise<string | null> {
  const row = await tx.deadline.findFirst({ where: { applicationId, termId, assignmentId: null, status: 'SET' }, orderBy: { id: 'desc' } });
  return row && isoDay(row.untilDate) >= today ? isoDay(row.untilDate) : null;
}

/** Sets the last day of a term of one case: of the term that runs, anew for one that lapsed, ahead for one that has not begun. */
export async function setTermDay(tx: Tx, { application, procedure }: Case, termId: string, until: string, at: Date): Promise<void> {
  const { id: applicationId, regionId } = application;
  const day = { untilDate: new Date(until), lapsesAt: endOfDay(until, procedure.region.timezone) };
  await tx.deadline.updateMany({
    where: { applicationId, termId, status: { in: [...DEADLINE_OPEN] } },
    data: { ...day, warned: [] },
  });
  const ahead = await tx.deadline.updateMany({ where: { applicationId, termId, status: 'SET' }, data: day });
  const last = latestTerms(application).get(termId);
  // The terms of experts are rows of their own: what is set ahead holds for those who are invited later.
  if (last ? last.status !== 'LAPSED' : ahead.count > 0) return;
  const status = last ? 'RUNNING' : 'SET';
  await tx.deadline.create({
    data: { id: newId(), regionId, applicationId, termId, startedAt: at, ...day, status, warned: [] },
  });
}

/** While the application is returned its terms stand; afterwards they end later by as long, in their own unit. */
async function holdClock(
  tx: Tx,
  { application, procedure, facts }: Pick<Case, 'application' | 'procedure' | 'facts'>,
  at: Date,
): Promise<boolean> {
  const stopped = procedure.deadlines.filter((t) => termPaused(procedure, facts.status, t)).map((t) => t.id);
  if (stopped.length) {
    const { count } = await tx.deadline.updateMany({
      where: { applicationId: application.id, termId: { in: stopped }, status: 'RUNNING' },
      data: { status: 'PAUSED', pausedAt: at },
    });
    return count > 0;
  }
  const zone = procedure.region.timezone;
  const index = await calendar(tx);
  const paused = await tx.deadline.findMany({ where: { applicationId: application.id, status: 'PAUSED' } });
  for (const row of paused) {
    const term = procedure.deadlines.find((t) => t.id === row.termId);
    if (!term) continue;
    const until = resumed(term, isoDay(row.untilDate), dayIn(zone, row.pausedAt ?? at), dayIn(zone, at), index);
    await tx.deadline.update({
      where: { id: row.id },
      data: { status: 'RUNNING', pausedAt: null, untilDate: new Date(until), lapsesAt: endOfDay(until, zone) },
    });
  }
  return paused.length > 0;
}
