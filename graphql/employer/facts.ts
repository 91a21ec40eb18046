import type { Field, Procedure } from '@/domain/procedure/shape';
import { isCertified } from '@/domain/rights';
import type { GraphQLContext } from '@/server/context';
import type { Case } from '@/server/facts';
import { type Answer, answersOf } from '../application/answers';

/** Answers an employer cannot know or need not judge: consents and the category that is asked for. */
const NOT_ASKED: readonly Field['type'][] = ['checkbox', 'category'];

/** Kinds that are not corrected as a value of their own. */
const NO_VALUE: readonly Field['type'][] = ['municipality', 'file', 'files'];

/** Contacts are never asked about; who the person is only where the procedure opens it to the school that answers. */
const asked = (procedure: Procedure) => (field: Field) => !NOT_ASKED.includes(field.type) && isCertified(procedure, field);

/** Ids of the fields an employer may dispute. */
export const disputable = (procedure: Procedure): string[] =>
  procedure.application.fields.filter(asked(procedure)).map((field) => field.id);

/** The answers a teacher may correct after a dispute: what the employer marked, else whatever he may judge. Of places the organisation alone; a file is no value. */
export function correctable({ application, procedure, facts }: Case): Field[] {
  if (facts.employerConfirmation !== 'DISPUTED') return [];
  const marked = application.employerConfirmation?.disputedFields ?? [];
  const ids = marked.length > 0 ? marked : disputable(procedure);
  const byId = procedure.application.fields.filter((field) => ids.includes(field.id));
  const place = byId.some((field) => field.type === 'municipality');
  return procedure.application.fields.filter((field) =>
    field.type === 'organisation' ? place || byId.includes(field) : byId.includes(field) && !NO_VALUE.includes(field.type),
  );
}

/** What the employer is asked to confirm: the answers that were given about the person and the work. */
export async function employerFacts(found: Case, context: GraphQLContext): Promise<Answer[]> {
  const ids = disputable(found.procedure);
  return (await answersOf(found, context)).filter((a) => ids.includes(a.fieldId) && (a.value || a.files.length));
}
