import { addDays, type Day, weekdayOf } from './days';
import type { Calendar } from './procedure/calendarShape';

/** Working days by the production calendar. A year without data is counted by weekends alone and says so (`knows`). */
export interface CalendarIndex {
  isWorking(day: Day): boolean;
  /** Whether the year of a day has data. */
  knows(day: Day): boolean;
}

/** Makes a calendar quick to ask. */
export function calendarIndex(calendar: Pick<Calendar, 'weekend' | 'years'>): CalendarIndex {
  const off = new Set(calendar.years.flatMap((y) => [...y.holidays.map((h) => h.date), ...y.daysOff.map((d) => d.date)]));
  const on = new Set(calendar.years.flatMap((y) => y.workingWeekends));
  const years = new Set(calendar.years.map((y) => String(y.year)));
  return {
    isWorking: (day) => !off.has(day) && (on.has(day) || !calendar.weekend.includes(weekdayOf(day))),
    knows: (day) => years.has(day.slice(0, 4)),
  };
}

/** The n-th working day after a day; counting begins with the next day. */
export function addWorkingDays(index: CalendarIndex, from: Day, count: number): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (index.isWorking(day)) left -= 1;
  }
  return day;
}

/** The day itself when it works, else the next one that does (ГК РФ ст. 193). */
export function nextWorkingDay(index: CalendarIndex, from: Day): Day {
  let day = from;
  while (!index.isWorking(day)) day = addDays(day, 1);
  return day;
}

/** Working days after `from` up to and with `until`; 0 when there are none. */
export function workingDaysBetween(index: CalendarIndex, from: Day, until: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (index.isWorking(day)) count += 1;
  return count;
}
