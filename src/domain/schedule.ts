import { type CalendarIndex, nextWorkingDay } from './calendar';
import { addDays, type Day, nextMonth, onDayOfMonth } from './days';
import type { Procedure } from './procedure/shape';
import type { ApplicationStatus } from './procedure/vocabulary';

const BEFORE_ADMISSION: readonly ApplicationStatus[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'REGISTERED', 'UNDER_REVIEW', 'AWAITING_INFO'];

/** The commission's step a case is heading for: with two steps the first until it is admitted, then the last. */
export function stepAtHand(procedure: Procedure, status: ApplicationStatus): string {
  const steps = procedure.decision.steps;
  const step = BEFORE_ADMISSION.includes(status) ? steps[0] : steps[steps.length - 1];
  return step ?? 'final';
}

/** With monthly sessions: the day of the first session after a day. A session on a day off moves to the next working day. */
export function nextSession(procedure: Procedure, after: Day, calendar: CalendarIndex): Day {
  const nominal = procedure.periods.sessionDay ?? 28;
  // Last month's session may have moved into this month.
  for (let month = addDays(onDayOfMonth(after, 1), -1); ; month = nextMonth(month)) {
    const session = nextWorkingDay(calendar, onDayOfMonth(month, nominal));
    if (session > after) return session;
  }
}
