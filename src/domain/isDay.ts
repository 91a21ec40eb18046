import type { Day } from './days';
import { type Problem, problem } from './problems';

/** Apart from the arithmetic of days: forms ask this in the browser, where the calendar's library has no place. */

/** Whether a text is a day of the calendar. */
export function isDay(text: string): text is Day {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whether a text is a day that somebody alive may write about: of this century or the last. */
export function isDayOfLife(text: string): text is Day {
  return /^(19|20)/.test(text) && isDay(text);
}

/** Why a text is no day that a form takes: no day at all, or of another age. What has bounds of its own (`bounded`) is judged by them. */
export function dayProblems(text: string, path: string[], bounded: boolean): Problem[] {
  if (!isDay(text)) return [problem('DATE_INVALID', path)];
  return bounded || isDayOfLife(text) ? [] : [problem('DATE_INVALID', path, { reason: 'year' })];
}
