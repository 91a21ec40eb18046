import { Temporal } from 'temporal-polyfill';
import type { Language } from './procedure/vocabulary';

/** A day of the procedure, YYYY-MM-DD, in the region's zone. */
export type Day = string;

/** The day an instant falls on in a zone. */
export function dayIn(timezone: string, now: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDate().toString();
}

/** The instant a day ends in a zone: the first of the next day. */
export function endOfDay(day: Day, timezone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return new Date(next.toZonedDateTime({ timeZone: timezone, plainTime: '00:00' }).epochMilliseconds);
}

/** The day n days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days;
}

/** That day of the same month; the last one where the month is shorter. */
export function onDayOfMonth(day: Day, dayOfMonth: number): Day {
  return Temporal.PlainDate.from(day).with({ day: dayOfMonth }).toString();
}

/** The first day of the next month. */
export function nextMonth(day: Day): Day {
  return Temporal.PlainDate.from(day).with({ day: 1 }).add({ months: 1 }).toString();
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** A day as letters and papers write it: 28.10.2026, in English 28 October 2026. */
export function formatDay(day: Day, language: Language = 'ru'): string {
  const [year, month, date] = day.split('-');
  if (language === 'ru') return `${date}.${month}.${year}`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
