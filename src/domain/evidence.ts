import type { Day } from './days';
import { dayProblems, isDayOfLife } from './isDay';
import { type Problem, problem } from './problems';
import type { Form, Indicator, Label } from './procedure/shape';
import { indicatorsOf, leavesOf } from './procedure/tree';
import type { Bounded, Language } from './procedure/vocabulary';
import { type BoundsOn, boundsProblems } from './typed/bounds';
import { hostOf, isWebLink, parseLink } from './typed/link';

/** Evidence that is no file: a link, a text, a row of a table, choices. What it may be follows from the indicator; equal for cases and cards. */

export interface EntryOption {
  value: string;
  label: Label;
}
export interface EntryColumn {
  id: string;
  label: Label;
  type: 'text' | 'long' | 'number' | 'date' | 'url' | 'choice';
  /** Most characters; 0 where it is no text. */
  max: number;
  required: boolean;
  /** Of a choice. */
  options: readonly EntryOption[];
  /** What a day or a year means in somebody's life: its bounds go by that. */
  means?: Bounded;
}
/** How the entries of one indicator are written. */
export interface EntryShape {
  kind: 'link' | 'text' | 'row' | 'choices';
  columns: readonly EntryColumn[];
  /** Of choices, and how many of them may be taken. */
  options: readonly EntryOption[];
  maxChoices: number;
  /** Entries an indicator may have. */
  max: number;
}
export type EntryValue = Record<string, string | number | string[]>;
/** An entry as it is kept. */
export interface StoredEntry {
  indicatorId: string;
  value: unknown;
}

/** Rows of a table; links beside files. */
const MOST_ROWS = 200;
const MOST_LINKS = 20;
const LIMIT = { url: 2000, title: 300, cell: 1000, text: 5000 };

const column = (id: string, type: EntryColumn['type'], label: Label, max = 0, required = false): EntryColumn => ({
  id,
  label,
  type,
  max,
  required,
  options: [],
});
const URL_COLUMN = column('url', 'url', { ru: 'Ссылка', en: 'Link' }, LIMIT.url, true);
const TITLE = column('title', 'text', { ru: 'Название', en: 'Title' }, LIMIT.title);
/** What a text holds, and a row of a table whose columns the region did not name. */
const TEXT = column('text', 'long', { ru: 'Содержание', en: 'Content' }, LIMIT.text, true);
const NO_CHOICES = { options: [], maxChoices: 0 };

/** How entries of an indicator are written; null where only files are taken. */
export function entryShape(form: Form, indicator: Indicator): EntryShape | null {
  switch (indicator.input) {
    case 'file':
      return null;
    case 'file_or_link':
      return { kind: 'link', columns: [URL_COLUMN, TITLE], ...NO_CHOICES, max: MOST_LINKS };
    case 'text':
      return { kind: 'text', columns: [TEXT], ...NO_CHOICES, max: 1 };
    case 'file_and_values':
      // Beside a file a value is asked for because the file is not enough: none may stay empty.
      return { kind: 'row', columns: columnsOf(form, indicator).map((one) => ({ ...one, required: true })), ...NO_CHOICES, max: 1 };
    case 'record':
      return { kind: 'row', columns: columnsOf(form, indicator), ...NO_CHOICES, max: 1 };
    case 'table':
      return { kind: 'row', columns: columnsOf(form, indicator), ...NO_CHOICES, max: MOST_ROWS };
    case 'select':
    case 'multiselect': {
      const options = (indicator.options ?? []).map(({ value, label }) => ({ value, label }));
      return { kind: 'choices', columns: [], options, maxChoices: indicator.input === 'select' ? 1 : options.length, max: 1 };
    }
  }
}

function columnsOf(form: Form, indicator: Indicator): EntryColumn[] {
  const levels = levelsOf(form);
  const columns = (indicator.columns ?? []).map(({ id, label, type, means }): EntryColumn => {
    if (type === 'level' && levels.length > 0) return { ...column(id, 'choice', label), options: levels };
    if (type === 'level' || type === 'text') return column(id, 'text', label, LIMIT.cell);
    return { ...column(id, type, label, type === 'url' ? LIMIT.url : 0), ...(means && { means }) };
  });
  return columns.length > 0 ? columns : [TEXT];
}

/** The levels that the level tables of a form know, each once. */
function levelsOf(form: Form): EntryOption[] {
  const rows = leavesOf(form.criteria).flatMap(({ rule }) => (rule?.type === 'level_table' ? rule.rows : []));
  return [...new Map(rows.map(({ level, label }) => [level, { value: level, label }])).values()];
}

/** Everything that is wrong with a value on a day; the path of a problem is the column. Never throws, whatever is given. */
export function entryProblems(shape: EntryShape, value: unknown, on: BoundsOn): Problem[] {
  if (!isRecord(value)) return [problem('VALUE_INVALID')];
  const known = shape.kind === 'choices' ? ['values'] : shape.columns.map(({ id }) => id);
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  if (strange.length > 0) return [problem('VALUE_INVALID')];
  if (shape.kind === 'choices') return choiceProblems(shape, own(value, 'values'));
  const problems = shape.columns.flatMap((one) => cellProblems(one, own(value, one.id), on));
  const empty = shape.columns.every(({ id }) => isBlank(own(value, id)));
  if (problems.length > 0 || !empty) return problems;
  return [problem('REQUIRED', [shape.columns[0]?.id ?? ''])];
}

/** What in stored entries cannot be what its column means; the path names indicator and column. */
export function entryBoundsProblems(form: Form, entries: readonly StoredEntry[], on: BoundsOn): Problem[] {
  return indicatorsOf(form).flatMap((indicator) => {
    const shape = indicator.columns?.some(({ means }) => means) ? entryShape(form, indicator) : null;
    if (!shape) return [];
    const wrong = entries.filter(({ indicatorId }) => indicatorId === indicator.id).flatMap(({ value }) => entryProblems(shape, value, on));
    return wrong.filter(({ code }) => code === 'OUT_OF_BOUNDS').map((one) => ({ ...one, path: ['indicator', indicator.id, ...one.path] }));
  });
}

/** The day of birth that the entries state, where the form has a column for it. */
export function birthAmong(form: Form, entries: readonly StoredEntry[]): Day | null {
  const stated = indicatorsOf(form).flatMap(({ id, columns = [] }) =>
    columns
      .filter(({ means }) => means === 'birth')
      .flatMap((born) => entries.filter((one) => one.indicatorId === id).map(({ value }) => [value, born.id] as const)),
  );
  const [birth] = stated.map(([value, column]) => (isRecord(value) ? own(value, column) : null));
  return typeof birth === 'string' && isDayOfLife(birth) ? birth : null;
}

function choiceProblems(shape: EntryShape, values: unknown): Problem[] {
  if (!Array.isArray(values)) return [problem('VALUE_INVALID', ['values'])];
  if (values.length === 0) return [problem('REQUIRED', ['values'])];
  if (values.some((one) => !shape.options.some((option) => option.value === one))) return [problem('VALUE_NOT_LISTED', ['values'])];
  const taken = new Set(values).size;
  return taken < values.length || taken > shape.maxChoices ? [problem('VALUE_INVALID', ['values'])] : [];
}

function cellProblems({ id, type, max, required, options, means }: EntryColumn, value: unknown, on: BoundsOn): Problem[] {
  if (isBlank(value)) return required ? [problem('REQUIRED', [id])] : [];
  const boundsOf = (known: string | number) => boundsProblems(means, known, on, [id]);
  if (type === 'number') return typeof value === 'number' && Math.abs(value) <= 1e9 ? boundsOf(value) : [problem('NUMBER_INVALID', [id])];
  if (typeof value !== 'string') return [problem('VALUE_INVALID', [id])];
  if (max > 0 && value.trim().length > max) return [problem('VALUE_TOO_LONG', [id], { max, size: value.trim().length })];
  if (type === 'url') return parseLink(value) ? [] : [problem('LINK_NOT_ALLOWED', [id])];
  if (type === 'date') return [...dayProblems(value, [id], means !== undefined), ...boundsOf(value)].slice(0, 1);
  if (type === 'choice') return options.some((option) => option.value === value) ? [] : [problem('VALUE_NOT_LISTED', [id])];
  return [];
}

/** A value that passed, as it is stored: texts without spaces around them, empty columns left out. */
export function normalEntry(shape: EntryShape, value: unknown): EntryValue {
  const given = isRecord(value) ? value : {};
  if (shape.kind === 'choices') {
    const values = own(given, 'values');
    return { values: shape.options.map((option) => option.value).filter((one) => Array.isArray(values) && values.includes(one)) };
  }
  const filled = shape.columns.flatMap(({ id, type }): [string, string | number][] => {
    const cell = own(given, id);
    if (isBlank(cell) || (typeof cell !== 'string' && typeof cell !== 'number')) return [];
    if (typeof cell === 'number') return [[id, cell]];
    return [[id, (type === 'url' && parseLink(cell)) || cell.trim()]];
  });
  return Object.fromEntries(filled);
}

export interface EntryCell {
  columnId: string;
  label: string;
  /** In plain words, a day as 2026-11-24. */
  text: string;
  /** Where it leads, for a link of the web. */
  url: string | null;
  /** The site it leads to. */
  host: string | null;
}

/** A stored value column by column, in plain words; what an older form left behind is shown as it is. */
export function entryCells(shape: EntryShape, value: unknown, language: Language): EntryCell[] {
  const given = isRecord(value) ? value : {};
  if (shape.kind === 'choices') {
    const values = own(given, 'values');
    return (Array.isArray(values) ? values : []).map((one) => cellOf('values', '', wordOf(shape.options, String(one), language)));
  }
  return shape.columns.map(({ id, label, type, options }) => {
    const cell = own(given, id);
    const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
    if (type === 'url' && isWebLink(text)) return { ...cellOf(id, label[language], text), url: text, host: hostOf(text) };
    return cellOf(id, label[language], wordOf(options, text, language));
  });
}

/** An entry in one line, for lists and for those who listen to the page. */
export function entryText(shape: EntryShape, value: unknown, language: Language): string {
  const cells = entryCells(shape, value, language).filter(({ text }) => text !== '');
  if (shape.kind === 'link')
    return [...cells]
      .reverse()
      .map(({ text }) => text)
      .join(', ');
  return cells.map(({ label, text }) => (shape.kind === 'row' && shape.columns.length > 1 ? `${label}: ${text}` : text)).join('; ');
}

const cellOf = (columnId: string, label: string, text: string): EntryCell => ({ columnId, label, text, url: null, host: null });
const wordOf = (options: readonly EntryOption[], value: string, language: Language) =>
  options.find((option) => option.value === value)?.label[language] ?? value;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: Record<string, unknown>, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
const isBlank = (value: unknown) => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
