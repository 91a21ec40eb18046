import { fillerOf, keepsCards } from '@/domain/card';
import type { Procedure } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import { forbidden, notFound } from '@/server/errors';
import { type Db, type Prisma, prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { visibleEmployees } from '@/server/visibility';
import type { EmployeeMapper } from './schema.mappers';

/** What every answer about an employee is made of. */
export const EMPLOYEE = {
  account: { select: { passwordChosenAt: true } },
  card: { include: { entries: { where: { removedAt: null }, orderBy: { id: 'asc' } } } },
  reports: { where: { closedAt: null }, orderBy: { id: 'asc' } },
} satisfies Prisma.EmployeeInclude;

/** The viewer's procedure where the school keeps cards; elsewhere nobody does this. */
export async function getCardProcedure(viewer: Pick<Viewer, 'regionId'>): Promise<Procedure> {
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  return keepsCards(procedure) ? procedure : forbidden();
}

/** The procedure for a role that fills some section of a card; another role is not allowed. Which section it is, the entry decides. */
export async function getFillerProcedure(viewer: Pick<Viewer, 'regionId' | 'role'>): Promise<Procedure> {
  const procedure = await getCardProcedure(viewer);
  const fills = CARD_ROLES.includes(viewer.role) || procedure.forms.some((form) => form.sections.some((s) => fillerOf(s) === viewer.role));
  return fills ? procedure : forbidden();
}

/** Who keeps cards wherever there are any. */
const CARD_ROLES: readonly Viewer['role'][] = ['SCHOOL_HR', 'SCHOOL_DEPUTY'];

/** One employee the viewer may see; another organisation's and a missing one look alike. */
export async function findEmployee(viewer: Viewer, id: string, db: Db = prisma): Promise<EmployeeMapper | null> {
  return db.employee.findFirst({ where: { AND: [visibleEmployees(viewer), { id }] }, include: EMPLOYEE });
}

/** An employee of the viewer's scope. */
export const getEmployee = async (viewer: Viewer, id: string, db: Db = prisma): Promise<EmployeeMapper> =>
  (await findEmployee(viewer, id, db)) ?? notFound();
