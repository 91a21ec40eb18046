import DataLoader from 'dataloader';
import type { GraphQLContext } from './context';

/** A reader for lists: one call of `read` for all rows of a level. It gives one value an id, in their order; nothing is kept, so nothing is stale. */
export function perRequest<V>(
  read: (context: GraphQLContext, ids: readonly string[]) => Promise<V[]>,
): (context: GraphQLContext, id: string) => Promise<V> {
  const known = new WeakMap<GraphQLContext, DataLoader<string, V>>();
  return (context, id) => {
    const loader = known.get(context) ?? new DataLoader<string, V>((ids) => read(context, ids), { cache: false });
    known.set(context, loader);
    return loader.load(id);
  };
}

/** Rows by the id they belong to, in the order of the ids; none is an empty list. */
export function groupBy<R>(ids: readonly string[], rows: readonly R[], idOf: (row: R) => string): R[][] {
  const groups = new Map(ids.map((id): [string, R[]] => [id, []]));
  for (const row of rows) groups.get(idOf(row))?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}
