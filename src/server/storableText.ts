import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** PostgreSQL keeps no NUL in a text, and JSON there no half of a surrogate pair: both come with pasted text and are left out. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Whether lists and objects are nested deeper than so many levels; walks without calling itself, so that no depth ends it. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let row = [value];
  for (let level = 0; row.length > 0; level += 1) {
    const nested = row.filter((held) => typeof held === 'object' && held !== null);
    if (nested.length > 0 && level >= levels) return true;
    row = nested.flatMap((held) => Object.values(held as object));
  }
  return false;
}

/** The same value with every text in it fit to be stored. */
export function storable<T>(value: T): T {
  return storableValue(value) as T;
}

function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(storableValue);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [clean(name), storableValue(held)]));
}

/** Refuses documents that carry such text in themselves. */
export const storableTextRule = (context: ValidationContext): ASTVisitor => ({
  StringValue(node) {
    if (clean(node.value) !== node.value)
      context.reportError(new GraphQLError('A text holds characters that cannot be stored.', { nodes: node }));
  },
});
