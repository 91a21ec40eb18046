import { keepsCards } from '@/domain/card';
import type { Viewer } from '@/domain/viewer';
import { writeAudit } from './audit';
import type { Case } from './facts';
import { newId } from './ids';
import type { Prisma, Tx } from './prisma';

/** The school's card goes along with an application: what was confirmed when it was sent, whatever becomes of the card later. */

type Sent = Pick<Case, 'application' | 'procedure'>;

/** Holds the teacher's card still until the application is sent: a change waits, and one that came first is seen by the gate. */
export async function holdCard(tx: Tx, { application, procedure }: Sent): Promise<void> {
  if (!keepsCards(procedure) || !application.organisationId) return;
  await tx.$queryRaw`
    select c.id from "EmployeeCard" c join "Employee" e on e.id = c."employeeId"
    where e."accountId" = ${application.accountId}::uuid and e."organisationId" = ${application.organisationId}::uuid
    for update of e, c`;
}

/** Copies the card's entries to the case and closes them; done once, when the application is sent for the first time. */
export async function freezeCard(tx: Tx, { application, procedure }: Sent, at: Date): Promise<void> {
  if (!keepsCards(procedure) || application.portfolio || !application.organisationId) return;
  const { organisationId, positionId } = application;
  const employee = await tx.employee.findFirst({
    where: {
      accountId: application.accountId,
      organisationId,
      positionId,
      dismissedAt: null,
      card: { status: 'CONFIRMED' },
    },
    include: { card: { include: { entries: { where: { removedAt: null }, orderBy: { id: 'asc' } } } } },
    orderBy: { id: 'asc' },
  });
  if (!employee?.card) return;
  const { regionId, id: applicationId, accountId } = application;
  await tx.portfolio.create({ data: { id: newId(), regionId, applicationId, status: 'SENT', createdAt: at, sentAt: at } });
  await tx.evidenceEntry.createMany({
    data: employee.card.entries.map(({ indicatorId, value, updatedById }) => ({
      id: newId(),
      regionId,
      applicationId,
      indicatorId,
      value: value as Prisma.InputJsonValue,
      createdAt: at,
      updatedAt: at,
      updatedById,
    })),
  });
  const teacher: Pick<Viewer, 'accountId' | 'regionId' | 'role'> = { accountId, regionId, role: 'TEACHER' };
  await writeAudit(tx, teacher, {
    action: 'freeze_card',
    objectType: 'Application',
    objectId: applicationId,
    data: { cardId: employee.card.id, version: employee.card.version },
  });
}
