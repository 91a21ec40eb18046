import type { Field, Procedure } from '@/domain/procedure/shape';
import type { GraphQLContext } from '@/server/context';
import type { Case } from '@/server/facts';
import { type Answer, answersOf, CONTACT_FIELDS } from '../application/answers';

/** Kinds of answers an employer cannot know or need not judge: consents, contacts, the category that is asked for. */
const NOT_ASKED: readonly Field['type'][] = ['checkbox', 'email', 'phone', 'snils', 'category'];

const asked = (field: Field) => !NOT_ASKED.includes(field.type) && !CONTACT_FIELDS.includes(field.id);

/** Ids of the fields an employer may dispute. */
export const disputable = (procedure: Procedure): string[] => procedure.application.fields.filter(asked).map((field) => field.id);

/** What the employer is asked to confirm: the answers that were given about the person and the work. */
export async function employerFacts(found: Case, context: GraphQLContext): Promise<Answer[]> {
  const ids = disputable(found.procedure);
  return (await answersOf(found, context)).filter((a) => ids.includes(a.fieldId) && (a.value || a.files.length));
}
