import { formFor } from '@/domain/procedure/document';
import type { Procedure } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import { notFound } from '@/server/errors';
import type { Tx } from '@/server/prisma';
import { getEmployee } from './employees';
import type { EmployeeCardMapper } from './schema.mappers';

/** Locks the card of an employee the viewer may see and reads it under the lock: an application that is being sent waits for it, or it for the application. */
export async function lockCard(tx: Tx, viewer: Viewer, employeeId: string, procedure: Procedure): Promise<EmployeeCardMapper> {
  await tx.$queryRaw`select id from "EmployeeCard" where "employeeId" = ${employeeId}::uuid for update`;
  const employee = await getEmployee(viewer, employeeId, tx);
  return { employee, card: employee.card ?? notFound(), procedure, form: formFor(procedure, employee.positionId) };
}

/** A change makes the card a draft again: what was confirmed and looked through was another card. */
export const cardChanged = (tx: Tx, cardId: string, at: Date) =>
  tx.employeeCard.update({
    where: { id: cardId },
    data: {
      status: 'DRAFT',
      confirmedAt: null,
      confirmedById: null,
      checkedAt: null,
      checkedById: null,
      updatedAt: at,
      version: { increment: 1 },
    },
  });
