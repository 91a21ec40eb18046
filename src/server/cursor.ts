import { badUserInput } from './errors';
import { LIMITS } from './limits';
import { storable } from './storableText';

/** Opaque keyset cursors: what a page ended with, as base64url JSON. */
export const encodeCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Reads a cursor; anything that is not one counts as none. */
export function decodeCursor<T>(cursor: string | null | undefined, isShape: (value: unknown) => value is T): T | null {
  if (!cursor) return null;
  try {
    const value: unknown = storable(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return isShape(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether part of a cursor is an instant that the database may have given. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^[12]\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));

/** Rows on a page: from 1 to `most`; more are refused, never cut. */
export function pageSize(first: number | null | undefined, usual: number, most: number = LIMITS.page): number {
  const rows = first ?? usual;
  return rows >= 1 && rows <= most ? rows : badUserInput(`first is the number of rows of a page: from 1 to ${most}.`);
}
