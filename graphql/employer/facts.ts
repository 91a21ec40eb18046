import type { Field, Procedure } from '@/domain/procedure/shape';
import { isCertified } from '@/domain/rights';
import type { GraphQLContext } from '@/server/context';
import type { Case } from '@/server/facts';
import { type Answer, answersOf } from '../application/answers';

/** Answers an employer cannot know or need not judge: consents and the category that is asked for. */
const NOT_ASKED: readonly Field['type'][] = ['checkbox', 'category'];

/** Contacts are never asked about; who the person is only where the procedure opens it to the school that answers. */
const asked = (procedure: Procedure) => (field: Field) => !NOT_ASKED.includes(field.type) && isCertified(procedure, field);

/** Ids of the fields an employer may dispute. */
export const disputable = (procedure: Procedure): string[] =>
  procedure.application.fields.filter(asked(procedure)).map((field) => field.id);

/** What the employer is asked to confirm: the answers that were given about the person and the work. */
export async function employerFacts(found: Case, context: GraphQLContext): Promise<Answer[]> {
  const ids = disputable(found.procedure);
  return (await answersOf(found, context)).filter((a) => ids.includes(a.fieldId) && (a.value || a.files.length));
}
