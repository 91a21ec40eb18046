import { isDay } from '@/domain/isDay';

/** What the address of the trail says: who or which case, which acts, which days, after which line. */
export interface AuditSearch {
  q?: string;
  group?: string;
  /** One day, as 2026-11-16; it goes before `days`. */
  day?: string;
  days?: string;
  after?: string;
}

/** Spans of days that can be chosen at once. */
export const SPANS = ['1', '7', '30', 'all'] as const;
export type Span = (typeof SPANS)[number];

export const daysOf = ({ days }: AuditSearch): Span => SPANS.find((span) => span === days) ?? '7';

/** The filter of the API, which knows the region's zone and its today. */
export function filterOf(search: AuditSearch) {
  const { q, group, day } = search;
  const whole = { search: q || null, group: group || null };
  if (day && isDay(day)) return { ...whole, from: day, to: day };
  const span = daysOf(search);
  return { ...whole, days: span === 'all' ? null : Number(span) };
}

/** The address with the filters; another page of the list only when it is named. */
export function addressOf(path: string, { q, group, day, days }: AuditSearch, after?: string | null): string {
  const wanted = Object.entries({ q, group, day, days, after }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return wanted.length > 0 ? `${path}?${new URLSearchParams(wanted)}` : path;
}
