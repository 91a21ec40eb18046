export interface AcceptanceRow {
  id: string;
  key: string;
  region: string;
  newest: string;
  line: string;
  says: string;
  seen: string;
  proof: 'browser' | 'program';
  partly?: string;
}
export function readRows(text?: string): AcceptanceRow[];
export function provenBy(record: object, rows: AcceptanceRow[]): { byId: Map<string, string[]>; unknown: { id: string; file: string }[] };
export function countRows(
  rows: AcceptanceRow[],
  byId: Map<string, string[]>,
): { met: AcceptanceRow[]; partly: AcceptanceRow[]; open: AcceptanceRow[] };
