import type { Procedure } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import { Prisma, prisma } from '../prisma';
import { overseenRoles } from './roles';

/** Role assignments that hold, or those that were taken away. */
export type Holding = 'held' | 'removed';

/** Role assignments a viewer may see, take away and give back: of the roles he oversees, and of his own municipality where his role has one. */
export async function overseenAssignments(
  procedure: Procedure,
  viewer: Viewer,
  holding: Holding = 'held',
): Promise<Prisma.RoleAssignmentWhereInput> {
  const { regionId, municipalityId } = viewer;
  const overseen = { regionId, removedAt: holding === 'held' ? null : { not: null }, role: { in: overseenRoles(procedure, viewer) } };
  if (!municipalityId) return overseen;
  const organisations = await prisma.organisation.findMany({ where: { regionId, municipalityId }, select: { id: true } });
  return {
    ...overseen,
    OR: [
      { municipalityId },
      { organisationId: { in: organisations.map(({ id }) => id) } },
      { role: 'EXPERT', account: { expert: { some: { regionId, municipalityId } } } },
    ],
  };
}

/** The same for a statement on "RoleAssignment" r. */
export const inMunicipality = (municipalityId: string | null): Prisma.Sql =>
  municipalityId
    ? Prisma.sql`and (r."municipalityId" = ${municipalityId}::uuid
        or r."organisationId" in (select o.id from "Organisation" o where o."municipalityId" = ${municipalityId}::uuid)
        or (r.role = 'EXPERT' and exists (select 1 from "Expert" e where e."accountId" = r."accountId" and e."regionId" = r."regionId" and e."municipalityId" = ${municipalityId}::uuid)))`
    : Prisma.empty;
