import { problem } from '@/domain/problems';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { namedCardProblems } from '../../cards';
import { getCardProcedure, getEmployee } from '../../employees';
import { lockCard } from '../../lockCard';

export const checkCard: NonNullable<MutationResolvers['checkCard']> = async (_parent, { employeeId }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_DEPUTY');
  const procedure = await getCardProcedure(viewer);
  const problems = await prisma.$transaction(async (tx) => {
    const found = await lockCard(tx, viewer, employeeId, procedure);
    const { employee, card } = found;
    if (employee.dismissedAt) return [problem('EMPLOYEE_DISMISSED')];
    const missing = namedCardProblems(found, context.language, viewer.role);
    if (missing.length > 0) return missing;
    await tx.employeeCard.update({ where: { id: card.id }, data: { checkedAt: now(), checkedById: viewer.accountId } });
    await writeAudit(tx, viewer, { action: 'check_card', objectType: 'EmployeeCard', objectId: card.id });
    return [];
  });
  return { problems, employee: await getEmployee(viewer, employeeId) };
};
