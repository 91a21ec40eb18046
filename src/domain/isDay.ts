import type { Day } from './days';

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
