import type { Source } from '@/domain/procedure/vocabulary';

type Entry = Record<string, unknown>;

const nameOf = (entry: Entry, index: number): string => {
  const { id, key, status, role, from, to } = entry;
  if (typeof from === 'string' && typeof to === 'string') return `${from}-${to}`;
  return String(id ?? key ?? status ?? role ?? index);
};

/** The places of a procedure that carry a source tag, by their names: `fields.position`, `transitions.DRAFT-SUBMITTED`. */
export function tagged(value: unknown, source: Source, path: string[] = []): string[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) =>
      tagged(entry, source, [...path, typeof entry === 'object' && entry ? nameOf(entry, index) : `${index}`]),
    );
  if (typeof value !== 'object' || value === null) return [];
  const own = 'source' in value && value.source === source ? [path.join('.')] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => tagged(inner, source, [...path, key]))];
}
