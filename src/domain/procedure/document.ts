import { documentShape, type Form, type Position, type ProcedureDocument } from './shape';

/** Reads a stored procedure; throws on anything that `load` would not have written. */
export function parseDocument(json: unknown): ProcedureDocument {
  return documentShape.parse(json);
}

/** The form that serves a position, or null: a position has exactly one form, and some have none. */
export function formFor(document: Pick<ProcedureDocument, 'forms'>, positionId: unknown): Form | null {
  return document.forms.find((form) => form.positions.some((id) => id === positionId)) ?? null;
}

/** Positions that can be chosen in an application: those a form serves. */
export function offeredPositions(document: Pick<ProcedureDocument, 'forms' | 'positions'>): Position[] {
  return document.positions.filter((position) => formFor(document, position.id));
}
