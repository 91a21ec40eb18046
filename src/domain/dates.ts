import { addDays, type Day, daysBetween } from './days';
import { isDay } from './isDay';
import { type Problem, problem } from './problems';
import type { Deadline, Procedure } from './procedure/shape';
import type { DeadlineStage } from './procedure/vocabulary';

/** Dates of one case, where the procedure has some for every case: which may be set, and which sets of them are impossible. */

/** Order 196: the date is set within 30 calendar days, the attestation takes at most 60. */
const FROM_REGISTRATION = 90;
const FROM_START = 60;

export interface TermDate {
  termId: string;
  untilDate: Day;
}

/** What a case has already: the days it counts from, and the last days that hold now by term. */
export interface CaseDates {
  registeredOn: Day | null;
  /** The first day of the attestation itself; null until it began. */
  startedOn: Day | null;
  until: Readonly<Record<string, Day>>;
}

/** Stages follow each other; the frame holds them all. */
const ORDER: readonly DeadlineStage[] = ['intake', 'preparation', 'expertise', 'meeting', 'frame'];

/** The terms whose last day may be set for one case. */
export function datedTerms(procedure: Pick<Procedure, 'deadlines'>): Deadline[] {
  return procedure.deadlines.filter((term) => term.overridablePerCase && ORDER.includes(term.stage) && term.unit !== 'day_of_month');
}

/** Why these days cannot be set together; empty = they can. */
export function datesProblems(
  procedure: Pick<Procedure, 'deadlines'>,
  known: CaseDates,
  asked: readonly TermDate[],
  today: Day,
): Problem[] {
  const terms = datedTerms(procedure);
  if (asked.length === 0) return [problem('REQUIRED', ['input', 'dates'])];
  const unknown = asked.filter(({ termId }) => !terms.some((t) => t.id === termId));
  if (unknown.length > 0) return unknown.map(({ termId }) => problem('VALUE_NOT_LISTED', at(termId)));
  const bad = asked.filter(({ untilDate }) => !isDay(untilDate));
  if (bad.length > 0) return bad.map(({ termId }) => problem('VALUE_INVALID', at(termId)));
  const past = asked.filter(({ termId, untilDate }) => untilDate < today && known.until[termId] !== untilDate);
  if (past.length > 0) return past.map(({ termId }) => problem('DATE_IN_PAST', at(termId)));
  return [...tooLong(known, asked), ...contradictions(terms, known, asked)];
}

const at = (termId: string) => ['input', 'dates', termId];

function tooLong({ registeredOn, startedOn }: CaseDates, asked: readonly TermDate[]): Problem[] {
  const frames = [
    { from: registeredOn, max: FROM_REGISTRATION },
    { from: startedOn, max: FROM_START },
  ];
  return asked.flatMap(({ termId, untilDate }) => {
    const broken = frames.find(({ from, max }) => from !== null && untilDate > addDays(from, max));
    if (!broken?.from) return [];
    const { from, max } = broken;
    return [problem('TERM_TOO_LONG', at(termId), { max, from, until: untilDate, days: daysBetween(from, untilDate) })];
  });
}

/** A stage may not end before what it waits for is due; one problem a term that was asked. */
function contradictions(terms: Deadline[], known: CaseDates, asked: readonly TermDate[]): Problem[] {
  const until: Record<string, Day> = { ...known.until, ...Object.fromEntries(asked.map((d) => [d.termId, d.untilDate])) };
  const isAsked = (term: Deadline) => asked.some(({ termId }) => termId === term.id);
  const place = (term: Deadline) => ORDER.indexOf(term.stage);
  const found = new Map<string, Problem>();
  for (const later of terms)
    for (const earlier of terms) {
      const [end, due] = [until[later.id], until[earlier.id]];
      if (!end || !due || place(earlier) >= place(later) || end >= due || !(isAsked(later) || isAsked(earlier))) continue;
      const named = isAsked(later) ? later.id : earlier.id;
      if (!found.has(named)) found.set(named, problem('DATES_CONTRADICT', at(named), { until: end, date: due }));
    }
  return [...found.values()];
}
