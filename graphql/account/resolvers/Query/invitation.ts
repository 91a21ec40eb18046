import { roleLabel } from '@/domain/labels';
import type { Role } from '@/domain/procedure/vocabulary';
import { findOwner, isClaimed } from '@/server/auth/claims';
import { findInvitation } from '@/server/auth/invitations';
import { hasPassword } from '@/server/auth/passwords';
import { fullName } from '@/server/fullName';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { readableEmail } from '@/server/readableEmail';
import type { QueryResolvers } from './../../../types.generated';

export const invitation: NonNullable<QueryResolvers['invitation']> = async (_parent, { token }, { language }) => {
  const found = await findInvitation(token);
  if (!found) return null;
  const { regionId, organisationId, municipalityId, email, role, lastName, firstName, patronymic, post } = found;
  const [{ procedure }, inviter, organisation, municipality, owner, claimed] = await Promise.all([
    getCurrentProcedure(regionId),
    prisma.account.findUniqueOrThrow({ where: { id: found.invitedById } }),
    organisationId ? prisma.organisation.findUnique({ where: { id: organisationId } }) : null,
    municipalityId ? prisma.municipality.findUnique({ where: { id: municipalityId } }) : null,
    findOwner(prisma, email),
    isClaimed(prisma, email),
  ]);
  return {
    roleLabel: roleLabel(procedure, role as Role, language),
    regionLabel: procedure.region.label[language],
    placeLabel: organisation?.name ?? municipality?.name ?? '',
    email: readableEmail(email),
    inviterName: fullName(inviter),
    known: owner !== null,
    asksPassword: owner === null || hasPassword(owner.passwordHash),
    unconfirmed: owner === null && claimed,
    asksPost: role === 'EXPERT',
    lastName,
    firstName,
    patronymic,
    post,
  };
};
