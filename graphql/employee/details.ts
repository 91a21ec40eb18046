import { type Problem, problem } from '@/domain/problems';
import { formFor } from '@/domain/procedure/document';
import type { Procedure } from '@/domain/procedure/shape';
import { nameProblems, tidyName } from '@/domain/typed/personName';

export interface Details {
  lastName: string;
  firstName: string;
  patronymic: string;
  sex: string;
  positionId: string;
}

/** What is wrong with what the school says of an employee; a position without a form has no card and no attestation. */
export function detailProblems(procedure: Procedure, input: Details): Problem[] {
  const problems = nameProblems(input);
  if (input.sex !== 'female' && input.sex !== 'male') problems.push(problem(input.sex ? 'VALUE_NOT_LISTED' : 'REQUIRED', ['sex']));
  if (!input.positionId) problems.push(problem('REQUIRED', ['positionId']));
  else if (!formFor(procedure, input.positionId)) problems.push(problem('POSITION_NOT_SERVED', ['positionId']));
  return problems;
}

/** The details as they are stored. */
export const tidyDetails = ({ lastName, firstName, patronymic, sex, positionId }: Details): Details => ({
  lastName: tidyName(lastName),
  firstName: tidyName(firstName),
  patronymic: tidyName(patronymic),
  sex,
  positionId,
});
