import { type CalendarIndex, nextWorkingDay } from './calendar';
import { BEFORE_ADMISSION, isIn, NEVER_SCHEDULED, TO_SCHEDULE } from './case/groups';
import { addDays, type Day, nextMonth, onDayOfMonth } from './days';
import { type Problem, problem } from './problems';
import type { Procedure, Transition } from './procedure/shape';
import type { ApplicationStatus, Language, RecordAction, Role } from './procedure/vocabulary';

/** The commission's step a case is heading for: with two steps the first until it is admitted, then the last. */
export function stepAtHand(procedure: Procedure, status: ApplicationStatus): string {
  const steps = procedure.decision.steps;
  const step = isIn(status, BEFORE_ADMISSION) ? steps[0] : steps[steps.length - 1];
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

/** One attestation period of a year: a window of two months that schedules a case and never closes the door for applying. */
export interface Period {
  /** "<year of its first month>-<item of the procedure>" */
  id: string;
  itemId: string;
  startsOn: Day;
  /** Last day of its second month. */
  endsOn: Day;
}

const pad = (n: number) => String(n).padStart(2, '0');

/** The period of an id, or null where the procedure has none of that name. */
export function findPeriod(procedure: Pick<Procedure, 'periods'>, id: string | null): Period | null {
  const [, year = '', itemId = ''] = /^(\d{4})-(.+)$/.exec(id ?? '') ?? [];
  const item = procedure.periods.items?.find((known) => known.id === itemId);
  if (!item) return null;
  const startsOn = `${year}-${pad(item.startMonth)}-01`;
  return { id: `${year}-${itemId}`, itemId, startsOn, endsOn: addDays(nextMonth(nextMonth(startsOn)), -1) };
}

/** The periods of two school years around a day, the earliest first; none where the procedure has no windows. */
export function periodsAround(procedure: Pick<Procedure, 'periods'>, today: Day): Period[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1]
    .flatMap((y) => (procedure.periods.items ?? []).flatMap((item) => findPeriod(procedure, `${y}-${item.id}`) ?? []))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

/** The periods a case may still be put into: those that have not ended. */
export function periodsToChoose(procedure: Pick<Procedure, 'periods'>, today: Day): Period[] {
  return periodsAround(procedure, today).filter((period) => period.endsOn >= today);
}

/** The region's words for a period: its months and the year of the second one, «декабрь-январь 2018» (Tomsk, lines 535 and 618). */
export function periodLabel(procedure: Pick<Procedure, 'periods'>, id: string, language: Language): string {
  const period = findPeriod(procedure, id);
  const item = procedure.periods.items?.find((known) => known.id === period?.itemId);
  return item && period ? `${item.label[language]} ${period.endsOn.slice(0, 4)}` : id;
}

/** Months as Russian says "in January": no library of dates declines them. */
const IN_MONTH = ['январе', 'феврале', 'марте', 'апреле', 'мае', 'июне', 'июле', 'августе', 'сентябре', 'октябре', 'ноябре', 'декабре'];

/** A period as the heading of the schedule's paper says it: «в январе-феврале 2018 г.» (line 629), over New Year with both years. */
export function periodInWords({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>, language: Language): string {
  const [from, to] = [startsOn, endsOn].map((day) => ({
    year: day.slice(0, 4),
    month:
      language === 'ru'
        ? IN_MONTH[Number(day.slice(5, 7)) - 1]
        : new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(day)),
  })) as [{ year: string; month: string }, { year: string; month: string }];
  const one = from.year === to.year;
  if (language === 'ru')
    return one ? `в ${from.month}-${to.month} ${to.year} г.` : `в ${from.month} ${from.year} – ${to.month} ${to.year} г.`;
  return one ? `in ${from.month}-${to.month} ${to.year}` : `in ${from.month} ${from.year} – ${to.month} ${to.year}`;
}

/** What keeps a case from being put into a period today. */
export function periodProblems(procedure: Pick<Procedure, 'periods'>, periodId: string, today: Day): Problem[] {
  if (periodsToChoose(procedure, today).some((period) => period.id === periodId)) return [];
  const ended = periodsAround(procedure, today).some((period) => period.id === periodId);
  return [problem(ended ? 'DATE_IN_PAST' : 'VALUE_NOT_LISTED', ['input', 'periodId'])];
}

/** Statuses in which a schedule of a period names a case: it waits for it, or went on with it. */
export function scheduledStatuses(procedure: Pick<Procedure, 'statuses'>): ApplicationStatus[] {
  return procedure.statuses.application.map((word) => word.status).filter((status) => !isIn(status, NEVER_SCHEDULED));
}

/** Whether a transition opens the row of a case in the schedules, by an act of its own or with the registration (Tomsk, line 442). */
export function opensScheduleRow({ periods }: Pick<Procedure, 'periods'>, { from, to }: Pick<Transition, 'from' | 'to'>): boolean {
  return Boolean(periods.items?.length) && isIn(to, TO_SCHEDULE) && !isIn(from, TO_SCHEDULE);
}

/** The roles that keep the schedules: whoever puts a case into one; none where the region has no periods of its own. */
export function schedulersOf(procedure: Pick<Procedure, 'periods' | 'transitions'>): Role[] {
  const actors = procedure.transitions.filter((t) => opensScheduleRow(procedure, t)).map((t) => t.actor);
  return [...new Set(actors)].filter((role): role is Role => role !== 'SYSTEM');
}

export interface ScheduleEntry {
  /** The approved edition holds it. */
  approved: boolean;
  /** Its experts are appointed. */
  ready: boolean;
}

/** The acts of a role on the schedule of a period with what still keeps them closed. */
export function openScheduleActions(
  procedure: Procedure,
  entries: readonly ScheduleEntry[],
  role: Role,
): { action: RecordAction; problems: Problem[] }[] {
  const waiting = entries.filter((entry) => !entry.approved);
  if (!schedulersOf(procedure).includes(role) || waiting.length === 0) return [];
  const ready = waiting.some((entry) => entry.ready);
  return [{ action: 'approve_schedule_edition', problems: ready ? [] : [problem('EXPERTS_NOT_CONFIRMED')] }];
}
