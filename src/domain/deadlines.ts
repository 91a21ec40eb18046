import { addWorkingDays, type CalendarIndex, nextWorkingDay, workingDaysBetween } from './calendar';
import { addDays, type Day, dayIn, daysBetween, endOfDay, nextMonth, onDayOfMonth } from './days';
import type { Deadline, Procedure } from './procedure/shape';
import type { DomainEvent } from './procedure/vocabulary';

/** Terms as objects: from which event, until when, how much is left, when to warn. */

export type TermRule = Pick<Deadline, 'unit' | 'amount' | 'dayOfMonth'>;

export interface TermEnd {
  /** The last day, in the region's zone. */
  until: Day;
  /** false: a year in between has no production calendar, only weekends were counted. */
  certain: boolean;
}

/** The last day of a term that begins on a day. Counting starts with the next day; a last day that is off moves to the next working day. */
export function endOfTerm(term: TermRule, start: Day, calendar: CalendarIndex): TermEnd {
  const until = lastDay(term, start, calendar);
  return { until, certain: calendar.knows(start) && calendar.knows(until) };
}

function lastDay(term: TermRule, start: Day, calendar: CalendarIndex): Day {
  switch (term.unit) {
    case 'working_days':
      return addWorkingDays(calendar, start, term.amount ?? 0);
    case 'calendar_days':
      return nextWorkingDay(calendar, addDays(start, term.amount ?? 0));
    case 'day_of_month':
      return nextWorkingDay(calendar, nextDayOfMonth(start, term.dayOfMonth ?? 1));
  }
}

/** That day of this month, or of the next one when it has passed; a short month ends it early. */
function nextDayOfMonth(start: Day, dayOfMonth: number): Day {
  const here = onDayOfMonth(start, dayOfMonth);
  return here >= start ? here : onDayOfMonth(nextMonth(start), dayOfMonth);
}

/** The last day of a term and the instant it lapses: the end of that day in the region's zone. */
export function lapseOf(term: TermRule, startedAt: Date, timezone: string, calendar: CalendarIndex): TermEnd & { lapsesAt: Date } {
  const end = endOfTerm(term, dayIn(timezone, startedAt), calendar);
  return { ...end, lapsesAt: endOfDay(end.until, timezone) };
}

/** Days left in the term's own unit: 0 on the last day, negative when overdue. */
export function daysLeft(term: Pick<Deadline, 'unit'>, until: Day, today: Day, calendar: CalendarIndex): number {
  if (term.unit !== 'working_days') return daysBetween(today, until);
  // A term that ended on Friday is a day late on Saturday already.
  return today <= until ? workingDaysBetween(calendar, today, until) : -Math.max(1, workingDaysBetween(calendar, until, today));
}

/** Working days before the end of a term from which it asks for attention. */
export const ATTENTION_DAYS = 3;

/** Three working days or less ask for attention, past the last day is overdue (status roles of the look). */
export function termTone(until: Day, today: Day, calendar: CalendarIndex): 'ink' | 'warn' | 'danger' {
  if (today > until) return 'danger';
  return workingDaysBetween(calendar, today, until) <= ATTENTION_DAYS ? 'warn' : 'ink';
}

/** The warnings that are due today and have not gone: a warning that was slept through still goes. */
export function warningsDue(
  term: Pick<Deadline, 'unit' | 'warn'>,
  until: Day,
  today: Day,
  sent: readonly number[],
  calendar: CalendarIndex,
): number[] {
  if (today > until) return (term.warn?.before ?? []).filter((before) => !sent.includes(before));
  const left = daysLeft(term, until, today, calendar);
  return (term.warn?.before ?? []).filter((before) => left <= before && !sent.includes(before));
}

/** Whether a term stands still in a status: the case waits for a correction, and only terms outside the stages go on. */
export function termPaused(procedure: Procedure, status: string, term: Pick<Deadline, 'stage'>): boolean {
  const stopped = procedure.statuses.application.find((s) => s.status === status)?.clockStopped ?? false;
  return stopped && term.stage !== 'outside';
}

/** A term that stood still ends later by as many days, in its own unit. */
export function resumed(term: Pick<Deadline, 'unit'>, until: Day, pausedOn: Day, resumedOn: Day, calendar: CalendarIndex): Day {
  if (term.unit === 'working_days') return addWorkingDays(calendar, until, workingDaysBetween(calendar, pausedOn, resumedOn));
  return nextWorkingDay(calendar, addDays(until, Math.max(0, daysBetween(pausedOn, resumedOn))));
}

/** Terms that begin with an event. */
export function termsFrom(procedure: Procedure, event: DomainEvent): Deadline[] {
  return procedure.deadlines.filter((term) => term.from === event);
}

/** Terms that an event meets. */
export function termsMetBy(procedure: Procedure, event: DomainEvent): Deadline[] {
  return procedure.deadlines.filter((term) => term.metBy?.includes(event));
}

/** Events after which a term runs for one expert by himself, whatever the others do. */
const OF_AN_EXPERT: readonly DomainEvent[] = [
  'expert.invited',
  'expert.assigned',
  'expert.confirmed',
  'expert.review_opened',
  'expert.last_activity',
];

/** Whether a term of the procedure runs for every expert by himself. */
export function isOfExpert(term: Pick<Deadline, 'from'>): boolean {
  return OF_AN_EXPERT.includes(term.from);
}

export { formatDay } from './days';
