import type { ProcedureParts } from '../document';
import type { Procedure, ProcedureFile } from '../shape';

/** A fault in a procedure's files; the path leads to the line. */
export interface Fault {
  file: string;
  path: (string | number)[];
  message: string;
  /** A warning is printed and stops nothing. */
  warning?: boolean;
}

/** Everything the checks look at: the parts of one folder, forms by file name. */
export interface Checked extends Omit<ProcedureParts, 'file' | 'forms' | 'positions'> {
  file: ProcedureFile;
  forms: Record<string, Procedure['forms'][number]>;
  positionIds: ReadonlySet<string>;
}

export type Report = (path: (string | number)[], message: string, file?: string) => void;

/** The words that occur more than once. */
export function duplicatesIn<T>(words: readonly T[]): T[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}

/** No label and no letter may say that materials are deleted: a missed term locks, it never destroys (SM-21, trap 8). */
export const SAYS_DELETED = /материал[а-яё]*[^.!?]*удал|удал[а-яё]*[^.!?]*материал|materials?[^.!?]*delet|delet[^.!?]*materials?/iu;
