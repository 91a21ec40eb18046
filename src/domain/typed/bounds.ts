import type { Day } from '../days';
import { type Problem, problem } from '../problems';
import { BOUNDED, type Bounded } from '../procedure/vocabulary';

/** What a day, a year or a number of years may be, by what it means in somebody's life. The table is the whole rule. */

/** Somebody who works as a teacher is of this age. */
const AGE = { least: 18, most: 100 };
/** From this age on people study for a trade and work. */
const WORKS_FROM = 14;
/** Categories of before do not hold; one that ends later than this was never granted: they were granted for five years. */
const CATEGORIES_SINCE = '2000-01-01';
const CATEGORY_YEARS = 6;

export interface BoundsOn {
  today: Day;
  /** The person's day of birth, where it is known. */
  birth?: Day | null;
}

const LIMITS: Readonly<Record<Bounded, (on: BoundsOn) => readonly [Day | number, Day | number]>> = {
  birth: ({ today }) => [yearsFrom(today, -AGE.most), yearsFrom(today, -AGE.least)],
  appointment: ({ today, birth }) => [firstDayOfWork(today, birth), today],
  diploma: ({ today, birth }) => [firstDayOfWork(today, birth), today],
  experience: ({ today, birth }) => [0, birth ? Math.max(0, ageOn(today, birth) - WORKS_FROM) : AGE.most - WORKS_FROM],
  category_end: ({ today }) => [CATEGORIES_SINCE, yearsFrom(today, CATEGORY_YEARS)],
};

export const isBounded = (means: string | undefined): means is Bounded => BOUNDED.some((known) => known === means);

/** Why a value that is a day («2026-11-16»), a year or a number of years cannot be what it means. A bound of a day is the bound of its year too. */
export function boundsProblems(means: string | undefined, value: Day | number, on: BoundsOn, path: string[]): Problem[] {
  if (!isBounded(means)) return [];
  const [least, most] = LIMITS[means](on);
  const asYear = typeof value === 'number' && typeof least === 'string';
  const [min, max] = asYear ? [Number(least.slice(0, 4)), Number(String(most).slice(0, 4))] : [least, most];
  if (value >= min && value <= max) return [];
  const side = value < min ? 'early' : 'late';
  return [problem('OUT_OF_BOUNDS', path, { kind: means, side, min: String(min), max: String(max) })];
}

const firstDayOfWork = (today: Day, birth: Day | null | undefined): Day => yearsFrom(birth ?? yearsFrom(today, -AGE.most), WORKS_FROM);

/** The same day of another year; 28 February for a leap day that is not in it. */
function yearsFrom(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${year}-${day.endsWith('02-29') && !leap ? '02-28' : day.slice(5)}`;
}

const ageOn = (today: Day, birth: Day): number =>
  Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0);
