/** Two procedures side by side: pure, what one has and the other has not. */

export interface Pair {
  key: string;
  label: string;
  a: string | null;
  b: string | null;
  differs: boolean;
}
export interface Named {
  key: string;
  label: string;
  text: string;
}

/** The rows of both sides by key, in the order of the left one; what only the right one has stands below. */
export function pairsOf(a: readonly Named[], b: readonly Named[]): Pair[] {
  const left = joined(a);
  const right = joined(b);
  return [...new Set([...left.keys(), ...right.keys()])].map((key) => {
    const [one, two] = [left.get(key), right.get(key)];
    return {
      key,
      label: one?.label ?? two?.label ?? key,
      a: one?.text ?? null,
      b: two?.text ?? null,
      differs: one?.text !== two?.text,
    };
  });
}

/** Several rows of one key read as one: two ways between the same statuses by the same act. */
function joined(rows: readonly Named[]): Map<string, Named> {
  const all = new Map<string, Named>();
  for (const row of rows) {
    const known = all.get(row.key);
    all.set(row.key, known ? { ...known, text: `${known.text}; ${row.text}` } : row);
  }
  return all;
}
