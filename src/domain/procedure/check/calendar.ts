import { calendarIndex } from '../../calendar';
import { addDays, type Day, weekdayOf } from '../../days';
import type { Calendar } from '../calendarShape';
import { duplicatesIn } from './fault';

type Year = Calendar['years'][number];

/** What is wrong with a production calendar: counts, transfers onto days that are off already, holidays nobody gets back (ТК РФ ст. 112). */
export function calendarProblems(calendar: Calendar): string[] {
  const index = calendarIndex(calendar);
  const holidays = new Set(calendar.years.flatMap((y) => y.holidays.map((h) => h.date)));
  const weekend = (day: Day) => calendar.weekend.includes(weekdayOf(day));
  return calendar.years.flatMap((y) => [
    ...countProblems(y, daysOf(y.year).filter(index.isWorking).length),
    ...duplicatesIn(y.daysOff.map((d) => d.date)).map((day) => `${day} twice`),
    ...y.daysOff.flatMap((d) => [
      ...(weekend(d.date) || holidays.has(d.date) ? [`${d.date}: transferred onto a day that is already off`] : []),
      ...(weekend(d.transferredFrom) ? [] : [`${d.transferredFrom} is not a weekend`]),
      ...(holidays.has(d.transferredFrom) || y.workingWeekends.includes(d.transferredFrom)
        ? []
        : [`${d.transferredFrom}: neither a holiday nor a working weekend`]),
    ]),
    ...y.holidays
      .filter((h) => weekend(h.date) && !y.daysOff.some((d) => d.transferredFrom === h.date))
      .map((h) => `${h.date}: weekend holiday is not compensated`),
    ...y.workingWeekends.flatMap((day) => [
      ...(weekend(day) ? [] : [`${day}: working weekend on a weekday`]),
      ...(y.daysOff.some((d) => d.transferredFrom === day) ? [] : [`${day}: working weekend compensates nothing`]),
    ]),
    ...y.shortDays.filter((day) => !index.isWorking(day)).map((day) => `${day}: short day is not a working day`),
  ]);
}

function countProblems(year: Year, working: number): string[] {
  const wrong = year.expected && year.expected.workingDays !== working;
  return [
    ...(wrong ? [`${year.year}: ${working} working days, expected ${year.expected?.workingDays}`] : []),
    ...(year.holidays.length === 14 ? [] : [`${year.year}: ${year.holidays.length} holidays, expected 14`]),
  ];
}

function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}
