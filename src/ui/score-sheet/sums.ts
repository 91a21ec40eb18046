import { fromUnits, toUnits } from '@/domain/decimal';
import type { Criterion, Views } from './sheet';

export interface Sums {
  total: number;
  /** Points of each group by id. */
  groups: Readonly<Record<string, number>>;
  /** Leaves without a score, in the order of the form. */
  unscored: Criterion[];
  leaves: number;
}

/** The sums of what stands in the cells now, exact; they follow as one types. */
export function sumsOf(criteria: readonly Criterion[], views: Views): Sums {
  const groups: Record<string, number> = {};
  const parents = new Map(criteria.map((c) => [c.id, c.parentId ?? null]));
  let total = 0;
  const leaves = criteria.filter((c) => c.kind === 'leaf');
  const unscored: Criterion[] = [];
  for (const leaf of leaves) {
    const points = toUnits(views[leaf.id]?.content.value ?? '');
    if (points === null) unscored.push(leaf);
    total += points ?? 0;
    for (let id = leaf.parentId ?? null; id; id = parents.get(id) ?? null) groups[id] = (groups[id] ?? 0) + (points ?? 0);
  }
  const plain = (units: number) => Number(fromUnits(units));
  return {
    total: plain(total),
    groups: Object.fromEntries(Object.entries(groups).map(([id, units]) => [id, plain(units)])),
    unscored,
    leaves: leaves.length,
  };
}
