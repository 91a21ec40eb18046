import type { Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { createContext, type GraphQLContext } from '../context';
import type { CaseRow } from '../facts';
import { prisma } from '../prisma';

/** Whoever holds a role over a case, as the API knows him; null when nobody does. An expert is named. */
export async function findPerson(application: CaseRow, role: Role, expertId?: string): Promise<GraphQLContext | null> {
  const { regionId, organisationId, municipalityId, practice } = application;
  const expert = role === 'EXPERT' && expertId ? await prisma.expert.findUnique({ where: { id: expertId } }) : null;
  const accountId = role === 'TEACHER' ? application.accountId : expert?.accountId;
  if (role === 'EXPERT' && !expert) return null;
  // The teacher of a practice case is the administrator who began it.
  const seated: Role = practice && role === 'TEACHER' ? 'ADMINISTRATOR' : role;
  const seat = await prisma.roleAssignment.findFirst({
    where: {
      regionId,
      role: seated,
      removedAt: null,
      account: { lockedAt: null },
      ...(accountId && { accountId }),
      ...(role.startsWith('SCHOOL_') && { organisationId }),
      ...(role === 'COORDINATOR' && { municipalityId }),
    },
    include: { account: true },
    orderBy: { id: 'asc' },
  });
  if (!seat) return null;
  const viewer: Viewer = {
    accountId: seat.accountId,
    regionId,
    role,
    roleAssignmentId: seat.id,
    municipalityId: seat.municipalityId,
    organisationId: seat.organisationId,
    expertId: expert?.id ?? null,
    ...(practice && { practice }),
  };
  const { login, email, lastName, firstName, patronymic } = seat.account;
  const session = { sessionId: seat.id, accountId: seat.accountId, login, email, lastName, firstName, patronymic };
  return createContext({
    session: { ...session, mustChoosePassword: false, lastSeenAt: new Date(), provenAt: null, idleMinutes: 0, viewer },
    language: 'ru',
    address: 'walk',
  });
}
