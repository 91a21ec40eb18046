import { problem } from '@/domain/problems';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { namedCardProblems } from '../../cards';
import { getCardProcedure, getEmployee } from '../../employees';
import { lockCard } from '../../lockCard';

export const confirmCard: NonNullable<MutationResolvers['confirmCard']> = async (_parent, { employeeId }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR');
  const procedure = await getCardProcedure(viewer);
  const problems = await prisma.$transaction(async (tx) => {
    const found = await lockCard(tx, viewer, employeeId, procedure);
    if (found.employee.dismissedAt) return [problem('EMPLOYEE_DISMISSED')];
    const missing = namedCardProblems(found, context.language);
    if (missing.length || found.card.status === 'CONFIRMED') return missing;
    const at = now();
    await tx.employeeCard.update({
      where: { id: found.card.id },
      data: { status: 'CONFIRMED', confirmedAt: at, confirmedById: viewer.accountId, updatedAt: at, version: { increment: 1 } },
    });
    await writeAudit(tx, viewer, { action: 'confirm_card', objectType: 'EmployeeCard', objectId: found.card.id });
    return [];
  });
  return { problems, employee: await getEmployee(viewer, employeeId) };
};
