import { fieldValueProblems } from '@/domain/applicationForm';
import { type Problem, problem } from '@/domain/problems';
import type { Field, Procedure } from '@/domain/procedure/shape';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is wrong with a value that can be told without the records: positions are the procedure's, places are ids. */
export function valueProblems(procedure: Procedure, field: Field, value: string): Problem[] {
  const place = field.type === 'municipality' || field.type === 'organisation';
  const unknown =
    (field.type === 'position' && !procedure.positions.some((position) => position.id === value)) || (place && !UUID.test(value));
  if (value && unknown) return [problem('VALUE_NOT_LISTED', ['field', field.id])];
  return fieldValueProblems(procedure, field, value);
}
