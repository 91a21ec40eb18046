/** A help page is Markdown with tables in it; plain Markdown knows none, so they are taken out and drawn as the tables of the house. */
export type Block = { text: string } | { head: string[]; rows: string[][] };

const TABLE = /((?:^\|.*\|[ \t]*\n?){2,})/m;
const cellsOf = (line: string) =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
const isRule = (line: string) => cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));

/** The text of a page in its order, cut at its tables. */
export function blocksOf(text: string): Block[] {
  return text.split(TABLE).flatMap((part): Block[] => {
    if (part.trim() === '') return [];
    const [head = '', rule, ...rows] = part.trim().split('\n');
    if (!part.startsWith('|') || !rule || !isRule(rule)) return [{ text: part }];
    return [{ head: cellsOf(head), rows: rows.map(cellsOf) }];
  });
}
