import { fromUnits, toUnits } from '@/domain/decimal';

/** How many places were won or taken part in, by "<row>-winner" and "<row>-participant". */
export type Places = Readonly<Record<string, number>>;

interface LevelTable {
  levels: readonly { winner: string; participant: string }[];
  levelsAddUp: boolean;
  max: string;
}

/** The points of places by a table of levels: all of them together up to the maximum, or the best one. */
export function countLevels({ levels, levelsAddUp, max }: LevelTable, places: Places): number {
  const all = levels.flatMap((level, row) =>
    (['winner', 'participant'] as const).map((kind) => ({ count: places[`${row}-${kind}`] ?? 0, each: toUnits(level[kind]) ?? 0 })),
  );
  const sum = levelsAddUp
    ? all.reduce((total, { count, each }) => total + count * each, 0)
    : Math.max(0, ...all.filter((place) => place.count > 0).map((place) => place.each));
  return Number(fromUnits(Math.min(sum, toUnits(max) ?? 0)));
}
