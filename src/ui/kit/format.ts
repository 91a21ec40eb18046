import type { Locale } from '@/messages/locale';

/** An instant as the API gives it. */
export type Instant = string | Date;

const NB = '\u00a0';
const date = (value: Instant) => (typeof value === 'string' ? new Date(value) : value);
const glue = (text: string) => text.replace(/(\d) (?=\p{L})/gu, `$1${NB}`);

const WEEKDAY_OF = {
  понедельник: 'понедельника',
  вторник: 'вторника',
  среда: 'среды',
  четверг: 'четверга',
  пятница: 'пятницы',
  суббота: 'субботы',
  воскресенье: 'воскресенья',
} as const;

const cache = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const found = cache.get(key) ?? new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { timeZone: zone, ...options });
  cache.set(key, found);
  return found;
}

const year = (value: Instant, zone: string) => formatter('en', zone, { year: 'numeric' }).format(date(value));

/** A day of the procedure («2026-11-16») as the instant of its noon in UTC, so that no zone can shift it. */
export function dayToInstant(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** «16 ноября», with the year when it is not the year of `now`. */
export function formatDate(value: Instant, locale: Locale, zone: string, now: Instant = new Date()): string {
  const sameYear = year(value, zone) === year(now, zone);
  const text = formatter(locale, zone, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(date(value));
  return glue(text.replace(/ г\.$/u, ''));
}

/** «понедельник, 16 ноября». */
export function formatDateWithWeekday(value: Instant, locale: Locale, zone: string, now: Instant = new Date()): string {
  const weekday = formatter(locale, zone, { weekday: 'long' }).format(date(value));
  return `${weekday}, ${formatDate(value, locale, zone, now)}`;
}

/** «14:32». */
export function formatTime(value: Instant, locale: Locale, zone: string): string {
  return formatter(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date(value));
}

/** A term for a sentence after «до»: «понедельника, 16 ноября, 23:59 по московскому времени»; `zoneWords` are the region's own. */
export function formatTerm(value: Instant, locale: Locale, zone: string, zoneWords?: string, now: Instant = new Date()): string {
  const weekday = formatter(locale, zone, { weekday: 'long' }).format(date(value));
  const declined = locale === 'ru' ? (Object.entries(WEEKDAY_OF).find(([name]) => name === weekday)?.[1] ?? weekday) : weekday;
  const offset = () =>
    formatter('en', zone, { timeZoneName: 'shortOffset' })
      .formatToParts(date(value))
      .find((part) => part.type === 'timeZoneName')
      ?.value.replace('GMT', 'UTC') ?? 'UTC';
  const words = zoneWords ?? `(${offset()})`;
  return `${declined}, ${formatDate(value, locale, zone, now)}, ${formatTime(value, locale, zone)} ${words}`;
}

/** «16 октября, 11:40»; today and yesterday are said in words. */
export function formatMoment(value: Instant, locale: Locale, zone: string, now: Instant = new Date()): string {
  const days = daysBetween(value, now, zone);
  const word = days === 0 ? { ru: 'Сегодня', en: 'Today' } : days === 1 ? { ru: 'Вчера', en: 'Yesterday' } : undefined;
  return `${word ? word[locale] : formatDate(value, locale, zone, now)}, ${formatTime(value, locale, zone)}`;
}

/** «16.11.2026» for tables, in both languages. */
export function formatTableDate(value: Instant, zone = 'UTC'): string {
  const parts = formatter('en', zone, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(date(value));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('day')}.${part('month')}.${part('year')}`;
}

/** Whole calendar days from `from` to `to` in the zone; negative when `to` is earlier. */
export function daysBetween(from: Instant, to: Instant, zone: string): number {
  const midnight = (value: Instant) => {
    const [day = '', month = '', yearPart = ''] = formatTableDate(value, zone).split('.');
    return Date.UTC(Number(yearPart), Number(month) - 1, Number(day));
  };
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
const DAYS: Record<Locale, Record<'calendar' | 'working', Forms>> = {
  ru: {
    calendar: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
    working: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', other: 'рабочего дня' },
  },
  en: { calendar: { one: 'day', other: 'days' }, working: { one: 'working day', other: 'working days' } },
};

/** «28 дней», «2 рабочих дня». */
export function formatDays(count: number, locale: Locale, kind: 'calendar' | 'working' = 'calendar'): string {
  const forms = DAYS[locale][kind];
  return `${formatNumber(count, locale)}${NB}${forms[new Intl.PluralRules(locale).select(count)] ?? forms.other}`;
}

/** «осталось 28 дней», «последний день», «просрочено на 1 день». */
export function formatDaysLeft(count: number, locale: Locale, kind: 'calendar' | 'working' = 'calendar'): string {
  if (count === 0) return locale === 'ru' ? 'последний день' : 'last day';
  const days = formatDays(Math.abs(count), locale, kind);
  if (count < 0) return locale === 'ru' ? `просрочено на ${days}` : `${days} overdue`;
  if (locale === 'en') return `${days} left`;
  return `${new Intl.PluralRules('ru').select(count) === 'one' ? 'остался' : 'осталось'} ${days}`;
}

/** «7,4», «1 250». */
export function formatNumber(value: number, locale: Locale, digits = 2): string {
  return new Intl.NumberFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: digits }).format(value);
}

const UNITS: Record<Locale, [string, string, string]> = { ru: ['Б', 'КБ', 'МБ'], en: ['B', 'KB', 'MB'] };

/** «4,2 МБ», rounded up, so that what is over a limit never reads like the limit; a megabyte is 1,048,576 bytes, as in the limits of a procedure. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const [b, kb, mb] = UNITS[locale];
  if (bytes < 1024) return `${bytes}${NB}${b}`;
  if (bytes < 1024 * 1024) return `${formatNumber(Math.ceil(bytes / 1024), locale, 0)}${NB}${kb}`;
  return `${formatNumber(Math.ceil(bytes / 104_857.6) / 10, locale, 1)}${NB}${mb}`;
}

/** «Вострикова Л. А.» of «Вострикова Людмила Аркадьевна». */
export function shortName(fullName: string): string {
  const [family = '', ...rest] = fullName.trim().split(/\s+/u);
  return [family, ...rest.map((part) => `${[...part][0] ?? ''}.`)].join(NB);
}

/** «ЛВ» of «Вострикова Людмила Аркадьевна»: the given name first, as people say it. */
export function initials(fullName: string): string {
  const [family = '', given = ''] = fullName.trim().split(/\s+/u);
  return `${[...given][0] ?? ''}${[...family][0] ?? ''}`.toUpperCase();
}
