import { fieldBoundsProblems, fieldValueProblems, tidyAnswer } from '@/domain/applicationForm';
import { dayIn } from '@/domain/days';
import type { Facts } from '@/domain/facts';
import { type Problem, problem } from '@/domain/problems';
import type { Field, Procedure } from '@/domain/procedure/shape';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { visibleApplications } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';
import { refusedField, saveField } from './saveApplicationField.sql';

export const saveApplicationField: NonNullable<MutationResolvers['saveApplicationField']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { applicationId: id, fieldId } = input;
  const mine = { AND: [visibleApplications(viewer), { id }] };
  const found = (await prisma.application.findFirst({ where: mine, select: { procedureVersionId: true, values: true } })) ?? notFound();
  const procedure = await getProcedure(found.procedureVersionId);
  const field = procedure.application.fields.find((f) => f.id === fieldId);
  const value = field ? tidyAnswer(field, input.value) : '';
  const wrong = field ? valueProblems(procedure, field, value) : [problem('VALUE_NOT_LISTED', ['field', fieldId])];
  const at = now();
  if (field && wrong.length === 0) {
    const today = dayIn(procedure.region.timezone, at);
    wrong.push(...fieldBoundsProblems(procedure, field, value, found.values as Facts['values'], today));
  }
  const saved = field && wrong.length === 0 && (await saveField({ viewer, applicationId: id, procedure, field, value, at }));
  if (field && !wrong.length && !saved) wrong.push(await refusedField({ viewer, applicationId: id, procedure, field, value }));
  const application = await prisma.application.findFirst({ where: mine });
  return { problems: wrong, application, savedAt: saved ? at : null };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is wrong with a value that can be told without the records: positions are the procedure's, places are ids. */
function valueProblems(procedure: Procedure, field: Field, value: string): Problem[] {
  const place = field.type === 'municipality' || field.type === 'organisation';
  const unknown =
    (field.type === 'position' && !procedure.positions.some((position) => position.id === value)) || (place && !UUID.test(value));
  if (value && unknown) return [problem('VALUE_NOT_LISTED', ['field', field.id])];
  return fieldValueProblems(procedure, field, value);
}
