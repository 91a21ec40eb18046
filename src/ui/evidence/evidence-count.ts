/** What an indicator holds, counted by kind: the one count of every list that says whether there is evidence. */

export interface CountedIndicator {
  /** file, file_or_link, file_and_values, table, text, record, select, multiselect */
  input: string;
  /** False: the viewer may not read it, so whether there is evidence is not known. */
  readable: boolean;
  files: readonly unknown[];
  /** Cells of a choice are the options that were taken. */
  entries: readonly { cells: readonly unknown[] }[];
}
export const EVIDENCE_KINDS = ['file', 'table', 'link', 'record', 'text', 'choice'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export interface EvidenceCount {
  kind: EvidenceKind;
  /** Tables, links, texts and files one by one; of a choice the options taken. */
  count: number;
}

const KIND_OF_INPUT: Readonly<Record<string, EvidenceKind>> = {
  file_or_link: 'link',
  file_and_values: 'record',
  table: 'table',
  record: 'record',
  text: 'text',
  select: 'choice',
  multiselect: 'choice',
};

/** The evidence of some indicators by kind, each kind that is there once, files first. */
export function countEvidence(indicators: readonly CountedIndicator[]): EvidenceCount[] {
  const counts = new Map<EvidenceKind, number>();
  const add = (kind: EvidenceKind, count: number) => counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const { input, files, entries } of indicators) {
    add('file', files.length);
    const kind = KIND_OF_INPUT[input];
    if (!kind || entries.length === 0) continue;
    if (kind === 'table') add(kind, 1);
    else if (kind === 'choice')
      add(
        kind,
        entries.reduce((sum, entry) => sum + entry.cells.length, 0),
      );
    else add(kind, entries.length);
  }
  return EVIDENCE_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(({ count }) => count > 0);
}

/** Whether there is evidence, or why that cannot be said: `unasked`, no indicator stands behind it; `closed`, the viewer may not read it yet. */
export type EvidenceState = 'some' | 'none' | 'unasked' | 'closed';

/** What may truly be said of the evidence of some indicators. */
export function evidenceState(indicators: readonly CountedIndicator[]): EvidenceState {
  if (indicators.length === 0) return 'unasked';
  if (countEvidence(indicators).length > 0) return 'some';
  return indicators.every(({ readable }) => readable) ? 'none' : 'closed';
}
