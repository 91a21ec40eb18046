import { isDay } from '@/domain/isDay';

/** What the address of the trail says: who, which case, which acts, which days, after which line. */
export interface AuditSearch {
  q?: string;
  person?: string;
  number?: string;
  /** Groups of acts; none: all. */
  group?: string | string[];
  /** First and last day, as 2026-11-16; they go before `days`. */
  from?: string;
  to?: string;
  days?: string;
  after?: string;
}
type Named = Exclude<keyof AuditSearch, 'group'>;

/** Spans of days that can be chosen at once. */
export const SPANS = ['1', '7', '30', 'all'] as const;
export type Span = (typeof SPANS)[number];

const NAMES = ['q', 'person', 'number', 'from', 'to', 'days', 'after'] as const satisfies readonly Named[];

/** The parameters of an address; of one that is named twice the first, but of groups all. */
export function readSearch(params: URLSearchParams): AuditSearch {
  const named = NAMES.flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(named), group: params.getAll('group').filter(Boolean) };
}

/** The parameters as a page is given them. */
export const paramsOf = (given: Record<string, string | string[] | undefined>): URLSearchParams =>
  new URLSearchParams(Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])));

export const groupsOf = ({ group }: AuditSearch): string[] => [group ?? []].flat();
export const daysOf = ({ days }: AuditSearch): Span => SPANS.find((span) => span === days) ?? '7';
/** The two days that were chosen; what is no day is left out. */
export function datesOf({ from, to }: AuditSearch): { from: string | null; to: string | null } | null {
  const known = { from: from && isDay(from) ? from : null, to: to && isDay(to) ? to : null };
  return known.from || known.to ? known : null;
}

/** The filter of the API, which knows the region's zone and its today. */
export function filterOf(search: AuditSearch) {
  const { q, person, number } = search;
  const whole = { search: q || null, person: person || null, number: number || null, groups: groupsOf(search) };
  const dates = datesOf(search);
  if (dates) return { ...whole, ...dates };
  const span = daysOf(search);
  return { ...whole, days: span === 'all' ? null : Number(span) };
}

/** The address with the filters; another page of the list only when it is named. */
export function addressOf(path: string, search: AuditSearch, after?: string | null): string {
  const { group, ...named } = { ...search, after };
  const wanted = [...Object.entries(named), ...groupsOf({ ...(group && { group }) }).map((one) => ['group', one] as const)];
  const said = wanted.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}
