import { normaliseFile } from './normalise';
import { type AnyFile, documentShape, type Form, type Letter, type Position, type Procedure, type ProcedureDocument } from './shape';

export type { Form, Procedure } from './shape';

/** The checked files of one procedure folder, and the positions all regions share. */
export interface ProcedureParts {
  file: AnyFile;
  reasons: Procedure['reasons'];
  forms: Form[];
  letters: Letter[];
  positions: Position[];
}

/** Reads a stored procedure of any schema; throws on anything that loading would not have written. */
export function parseDocument(json: unknown): Procedure {
  return readDocument(documentShape.parse(json));
}

/** A document of any schema as every process reads it. */
export function readDocument({ reasons, forms, letters, positions, ...file }: ProcedureDocument): Procedure {
  return { ...normaliseFile(file, forms), reasons, forms, letters, positions };
}

/** Joins the files of one folder into the document that is stored; only the positions its forms serve come along. */
export function joinProcedure({ file, reasons, forms, letters, positions }: ProcedureParts): ProcedureDocument {
  const served = new Set(forms.flatMap((form) => form.positions));
  return { ...file, reasons, forms, letters, positions: positions.filter((position) => served.has(position.id)) };
}

/** The form that serves a position, or null: a position has exactly one form, and some have none. */
export function formFor(procedure: Pick<Procedure, 'forms'>, positionId: unknown): Form | null {
  return procedure.forms.find((form) => form.positions.some((id) => id === positionId)) ?? null;
}

/** Positions that can be chosen in an application: those a form serves, in the order of the nomenclature. */
export function offeredPositions(procedure: Pick<Procedure, 'forms' | 'positions'>): Position[] {
  return procedure.positions.filter((position) => formFor(procedure, position.id));
}
