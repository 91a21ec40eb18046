import { roleLabel } from '@/domain/labels';
import type { Role } from '@/domain/procedure/vocabulary';
import { findInvitation } from '@/server/auth/invitations';
import { fullName } from '@/server/fullName';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';

export const invitation: NonNullable<QueryResolvers['invitation']> = async (_parent, { token }, { language }) => {
  const found = await findInvitation(token);
  if (!found) return null;
  const { regionId, organisationId, municipalityId, email, role } = found;
  const [{ procedure }, inviter, organisation, municipality, known] = await Promise.all([
    getCurrentProcedure(regionId),
    prisma.account.findUniqueOrThrow({ where: { id: found.invitedById } }),
    organisationId ? prisma.organisation.findUnique({ where: { id: organisationId } }) : null,
    municipalityId ? prisma.municipality.findUnique({ where: { id: municipalityId } }) : null,
    prisma.account.findUnique({ where: { email }, select: { id: true } }),
  ]);
  return {
    roleLabel: roleLabel(procedure, role as Role, language),
    regionLabel: procedure.region.label[language],
    placeLabel: organisation?.name ?? municipality?.name ?? '',
    email,
    inviterName: fullName(inviter),
    known: known !== null,
    asksPost: role === 'EXPERT',
  };
};
