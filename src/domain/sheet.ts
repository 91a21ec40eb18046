import { type Problem, problem } from './problems';
import type { RecordAction, SheetStatus } from './procedure/vocabulary';

/** A score sheet: cells save themselves until it is final; a final one changes only when reopened with a reason. */

type SheetAct = Extract<RecordAction, 'save_score' | 'finish_sheet' | 'reopen_sheet'>;

const MOVES: Record<SheetAct, Partial<Record<SheetStatus, SheetStatus>>> = {
  save_score: { EMPTY: 'DRAFT', DRAFT: 'DRAFT', REOPENED: 'REOPENED' },
  finish_sheet: { EMPTY: 'FINAL', DRAFT: 'FINAL', REOPENED: 'FINAL' },
  reopen_sheet: { FINAL: 'REOPENED' },
};

/** The status of a sheet after an act, or null where there is none. */
export function sheetAfter(status: SheetStatus, act: SheetAct): SheetStatus | null {
  return MOVES[act][status] ?? null;
}

/** What keeps an act from a sheet. */
export function sheetProblems(status: SheetStatus, act: SheetAct): Problem[] {
  if (sheetAfter(status, act) !== null) return [];
  return [problem(act === 'reopen_sheet' ? 'SHEET_NOT_FINAL' : 'SHEET_FINAL')];
}
