import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { getCardProcedure, getEmployee } from '../../employees';
import { lockCard } from '../../lockCard';

export const dismissEmployee: NonNullable<MutationResolvers['dismissEmployee']> = async (_parent, { employeeId }, context) => {
  const viewer = getViewerAs(context, 'OPERATOR');
  const procedure = await getCardProcedure(viewer);
  await prisma.$transaction(async (tx) => {
    const { employee } = await lockCard(tx, viewer, employeeId, procedure);
    if (employee.dismissedAt) return;
    await tx.employee.update({ where: { id: employee.id }, data: { dismissedAt: now(), version: { increment: 1 } } });
    await writeAudit(tx, viewer, { action: 'dismiss_employee', objectType: 'Employee', objectId: employee.id });
  });
  return { problems: [], employee: await getEmployee(viewer, employeeId) };
};
