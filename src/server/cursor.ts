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

/** Rows on a page: between 1 and 100. */
export const pageSize = (first: number | null | undefined, usual: number): number => Math.min(Math.max(first ?? usual, 1), 100);
