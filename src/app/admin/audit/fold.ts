export interface FoldableLine {
  id: string;
  at: string;
  foldKey: string | null;
  changes: readonly { label: string; from: string | null; to: string | null; hidden: boolean }[];
}

export interface Folded<Line> {
  /** The newest line; it stands for all of them. */
  line: Line;
  /** How many lines it stands for. */
  count: number;
  /** When the oldest was written. */
  since: string;
  /** One change a field: from what it was before all of them to what it is after. */
  changes: { label: string; from: string | null; to: string | null; hidden: boolean; at: string }[];
}

/** Neighbouring saves of one person, case and session become one line; lines come newest first. */
export function foldLines<Line extends FoldableLine>(lines: readonly Line[]): Folded<Line>[] {
  const folded: Folded<Line>[] = [];
  for (const line of lines) {
    const last = folded.at(-1);
    const into = last && line.foldKey !== null && last.line.foldKey === line.foldKey ? last : null;
    const { changes, at } = line;
    if (!into) {
      folded.push({ line, count: 1, since: at, changes: changes.map((change) => ({ ...change, at })) });
      continue;
    }
    into.count += 1;
    into.since = at;
    for (const change of changes) {
      const known = into.changes.find(({ label }) => label === change.label);
      if (known) known.from = change.from;
      else into.changes.push({ ...change, at });
    }
  }
  return folded;
}
