import type { Term_DeadlineFragment } from '@/gql/graphql';
import type { Locale } from '@/messages/locale';
import type { Tone } from '@/ui/kit/chip';
import { dayToInstant, formatDateWithWeekday, formatDays, formatDaysLeft, formatTerm } from '@/ui/kit/format';

type Term = Pick<Term_DeadlineFragment, 'untilDate' | 'lapsesAt' | 'timezoneWords' | 'daysLeft' | 'unit'>;

const kind = ({ unit }: Pick<Term, 'unit'>) => (unit === 'working_days' ? 'working' : 'calendar');

/** A term in words: after «до», as a day, what is left, and how urgent that is. */
export function termWords(term: Term, locale: Locale, zone: string) {
  // The last minute of the day: a term that ends at midnight is read as the day before.
  const until = formatTerm(new Date(new Date(term.lapsesAt).getTime() - 60_000), locale, zone, term.timezoneWords ?? undefined);
  return {
    until,
    /** The day alone, for a sentence after «до». */
    byDay: until.split(', ').slice(0, 2).join(', '),
    day: formatDateWithWeekday(dayToInstant(term.untilDate), locale, 'UTC'),
    left: formatDaysLeft(term.daysLeft, locale, kind(term)),
    days: term.daysLeft > 0 ? formatDays(term.daysLeft, locale, kind(term)) : formatDaysLeft(term.daysLeft, locale, kind(term)),
    overdue: term.daysLeft < 0,
    tone: (term.daysLeft < 0 ? 'danger' : term.daysLeft <= 3 ? 'warn' : 'calm') satisfies Tone as Tone,
  };
}

/** The same text with a capital at its head. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
