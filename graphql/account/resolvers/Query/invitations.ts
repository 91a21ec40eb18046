import { roleLabel } from '@/domain/labels';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { invitableRoles } from '@/server/auth/invitations';
import { procedureOf } from '@/server/auth/regionProcedure';
import { issuableRoles } from '@/server/auth/roles';
import { getViewer } from '@/server/context';
import { fullName } from '@/server/fullName';
import { type Prisma, prisma } from '@/server/prisma';
import { readableEmail } from '@/server/readableEmail';
import type { QueryResolvers } from './../../../types.generated';

const MOST = 200;

export const whereOf = ({ regionId, municipalityId }: Viewer, roles: Role[]): Prisma.InvitationWhereInput => ({
  regionId,
  role: { in: roles },
  ...(municipalityId && { municipalityId }),
});

export const invitations: NonNullable<QueryResolvers['invitations']> = async (_parent, _args, context) => {
  const viewer = getViewer(context);
  const { regionId } = viewer;
  const procedure = await procedureOf(context, regionId);
  const roles = [...new Set([...invitableRoles(procedure, viewer), ...issuableRoles(procedure, viewer)])];
  if (roles.length === 0) return [];
  const rows = await prisma.invitation.findMany({
    where: whereOf(viewer, roles),
    orderBy: { createdAt: 'desc' },
    take: MOST,
  });
  const [accounts, places] = await Promise.all([
    prisma.account.findMany({ where: { id: { in: rows.flatMap((row) => row.accountId ?? []) } } }),
    prisma.organisation.findMany({ where: { id: { in: rows.flatMap((row) => row.organisationId ?? []) } } }),
  ]);
  return rows.map(({ id, email, role, createdAt, expiresAt, usedAt, accountId, organisationId }) => {
    const account = accounts.find((known) => known.id === accountId);
    return {
      id,
      email: readableEmail(email),
      role: role as Role,
      roleLabel: roleLabel(procedure, role as Role, context.language),
      placeLabel: places.find((place) => place.id === organisationId)?.name ?? '',
      createdAt,
      expiresAt,
      usedAt,
      fullName: account ? fullName(account) : null,
      login: account?.login ?? null,
    };
  });
};
