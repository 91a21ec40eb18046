import { NAME_COLUMNS } from '@/domain/applicationForm';
import { recordActionProblems } from '@/domain/case/acts';
import type { Field } from '@/domain/procedure/shape';
import { writeAudit } from '@/server/audit';
import { endReport } from '@/server/cardReports';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { findCase } from '@/server/facts';
import { prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';

export const takeCardAnswers: NonNullable<MutationResolvers['takeCardAnswers']> = async (_parent, { applicationId }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Application" where id = ${applicationId}::uuid for update`;
    const visible = await tx.application.findFirst({ where: { AND: [visibleApplications(viewer), { id: applicationId }] } });
    const { application, procedure, form, facts } = (visible && (await findCase(tx, applicationId))) ?? notFound();
    const problems = recordActionProblems(procedure, form, facts, 'edit_application', viewer.role);
    const differences = facts.card?.differences ?? [];
    if (problems.length > 0 || differences.length === 0) return { problems, application };
    const answers = facts.card?.answers ?? {};
    const fieldOf = (type: Field['type']) => procedure.application.fields.find((field) => field.type === type)?.id ?? '';
    const onCardOf = (type: Field['type']) => answers[fieldOf(type)] ?? null;
    // The place of work goes together: a school is of its municipality.
    const elsewhere = differences.some(({ fieldId }) => fieldId === fieldOf('organisation'));
    const taken: Record<string, string> = {
      ...Object.fromEntries(differences.map(({ fieldId, onCard }) => [fieldId, onCard])),
      ...(elsewhere && onCardOf('municipality') && { [fieldOf('municipality')]: onCardOf('municipality') ?? '' }),
    };
    const names = Object.entries(taken).flatMap(([id, value]) => (NAME_COLUMNS[id] ? [[NAME_COLUMNS[id], value]] : []));
    const at = now();
    const saved = await tx.application.update({
      where: { id: applicationId },
      data: {
        values: { ...facts.values, ...taken },
        ...Object.fromEntries(names),
        ...(elsewhere && { organisationId: onCardOf('organisation'), municipalityId: onCardOf('municipality') }),
        ...(fieldOf('position') in taken && { positionId: onCardOf('position') }),
        updatedAt: at,
        version: { increment: 1 },
      },
    });
    await endReport(tx, applicationId, at);
    for (const { fieldId, stated, onCard } of differences)
      await writeAudit(tx, viewer, {
        action: 'save_field',
        objectType: 'Application',
        objectId: applicationId,
        data: { field: fieldId, from: stated || null, to: onCard },
      });
    return { problems: [], application: saved };
  });
};
