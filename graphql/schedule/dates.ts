import { DEADLINE_SETTABLE, isIn } from '@/domain/case/groups';
import { type CaseDates, datedTerms } from '@/domain/dates';
import { dayIn } from '@/domain/days';
import type { Deadline } from '@/domain/procedure/shape';
import { type Case, isoDay, latestTerms } from '@/server/facts';
import type { Db } from '@/server/prisma';

/** The terms of a case whose last day may be set now: those that are not met yet, with the day that holds. */
export function settableTerms({
  application,
  procedure,
}: Pick<Case, 'application' | 'procedure'>): { term: Deadline; until: string | null }[] {
  const latest = latestTerms(application);
  return datedTerms(procedure).flatMap((term) => {
    const row = latest.get(term.id);
    const ended = row !== undefined && !isIn(row.status, DEADLINE_SETTABLE);
    return ended ? [] : [{ term, until: row ? isoDay(row.untilDate) : null }];
  });
}

/** What the dates of a case are judged with. */
export async function datesOf(db: Db, found: Case): Promise<CaseDates> {
  const { application, procedure } = found;
  const zone = procedure.region.timezone;
  const held = settableTerms(found).flatMap(({ term, until }) => (until ? [[term.id, until] as const] : []));
  const started = await db.deadline.findFirst({
    where: { applicationId: application.id, termId: { in: termsFromStart(procedure.deadlines) } },
    orderBy: { id: 'asc' },
  });
  return {
    registeredOn: application.registeredAt && dayIn(zone, application.registeredAt),
    startedOn: started && dayIn(zone, started.startedAt),
    until: Object.fromEntries(held),
  };
}

const termsFromStart = (terms: readonly Deadline[]) => terms.filter((term) => term.from === 'attestation.started').map((term) => term.id);
