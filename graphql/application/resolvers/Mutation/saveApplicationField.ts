import { fieldBoundsProblems, tidyAnswer } from '@/domain/applicationForm';
import type { Facts } from '@/domain/case/facts';
import { dayIn } from '@/domain/days';
import { problem } from '@/domain/problems';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { visibleApplications } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';
import { valueProblems } from '../../valueProblems';
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
