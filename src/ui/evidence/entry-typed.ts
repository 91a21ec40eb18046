import { parseNumber } from '@/domain/typed/number';

/** Between what is stored and what stands in the controls. Knows no React. */

export interface EntryColumn {
  id: string;
  label: string;
  /** text, long, number, date, url, choice */
  type: string;
  max: number;
  required: boolean;
  options: readonly { value: string; label: string }[];
}
/** What an indicator says about its entries, as the fragment EntryIndicator_indicator gives it. */
export interface EntryIndicator {
  id: string;
  /** link, text, row, choices; null where only files are taken. */
  entryKind?: string | null;
  maxEntries: number;
  maxChoices: number;
  columns: readonly EntryColumn[];
  options: readonly { value: string; label: string }[];
}
export interface StoredEntry {
  id: string;
  value: unknown;
  version: number;
}
/** Texts of the controls by column; choices are a list under `values`. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

/** The controls of a stored value. */
export function typedOf({ entryKind, columns }: EntryIndicator, value: unknown): Typed {
  if (entryKind === 'choices') {
    const values = field(value, 'values');
    return { values: Array.isArray(values) ? values.map(String) : [] };
  }
  const text = (cell: unknown) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '');
  return Object.fromEntries(columns.map(({ id }) => [id, text(field(value, id))]));
}

/** What the controls hold, as it is sent; a number that is none goes as it is typed, and the server says what is wrong. */
export function sentOf({ entryKind, columns }: EntryIndicator, typed: Typed): Record<string, unknown> {
  if (entryKind === 'choices') return { values: [...(typed.values ?? [])] };
  const cells = columns.flatMap(({ id, type }): [string, string | number][] => {
    const text = textOf(typed, id).trim();
    if (text === '') return [];
    return [[id, (type === 'number' ? parseNumber(text) : null) ?? text]];
  });
  return Object.fromEntries(cells);
}

/** The text of one control. */
export const textOf = (typed: Typed, column: string): string => {
  const held = typed[column];
  return typeof held === 'string' ? held : '';
};

/** Nothing was typed or chosen. */
export const isBlank = (typed: Typed): boolean =>
  Object.values(typed).every((held) => (typeof held === 'string' ? held.trim().length : held.length) === 0);

/** The column without which what was typed cannot be saved yet. */
export function missingColumn({ columns }: EntryIndicator, typed: Typed): EntryColumn | null {
  if (isBlank(typed)) return null;
  return columns.find((column) => column.required && textOf(typed, column.id).trim() === '') ?? null;
}

/** Whether two sets of controls hold the same. */
export const sameTyped = (one: Typed, other: Typed): boolean => JSON.stringify(one) === JSON.stringify(other);
