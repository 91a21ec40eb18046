import { problem } from '@/domain/problems';
import { changesBetween, writeAudit } from '@/server/audit';
import { answerCorrected, lockReported } from '@/server/cardReports';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { detailProblems, tidyDetails } from '../../details';
import { getCardProcedure, getEmployee } from '../../employees';
import { cardChanged, lockCard } from '../../lockCard';

export const updateEmployee: NonNullable<MutationResolvers['updateEmployee']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR');
  const procedure = await getCardProcedure(viewer);
  const problems = await prisma.$transaction(async (tx) => {
    const reports = await lockReported(tx, input.id);
    const { employee, card } = await lockCard(tx, viewer, input.id, procedure);
    if (employee.dismissedAt) return [problem('EMPLOYEE_DISMISSED')];
    const wrong = detailProblems(procedure, input);
    if (wrong.length) return wrong;
    if (employee.version !== input.version) return [problem('STALE_VERSION')];
    const details = tidyDetails(input);
    const changes = changesBetween(employee, details);
    if (changes.length === 0) return [];
    await tx.employee.update({ where: { id: employee.id }, data: { ...details, version: { increment: 1 } } });
    await cardChanged(tx, card.id, now());
    const about = { objectType: 'Employee', objectId: employee.id, personId: employee.accountId };
    await writeAudit(tx, viewer, { action: 'update_employee', ...about, data: { changes } });
    await answerCorrected(tx, viewer, reports, now());
    return [];
  });
  return { problems, employee: await getEmployee(viewer, input.id) };
};
