import { roleLabel } from '@/domain/labels';
import { type Problem, problem } from '@/domain/problems';
import { lettersFor } from '@/domain/procedure/letterShape';
import type { Procedure } from '@/domain/procedure/shape';
import { type Language, ROLES, type Role } from '@/domain/procedure/vocabulary';
import { emailProblems, parseEmail } from '@/domain/typed/email';
import type { Viewer } from '@/domain/viewer';
import type { Invitation } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { forbidden } from '../errors';
import { fullName } from '../fullName';
import { newId } from '../ids';
import { writeLetters } from '../mail/letters';
import { prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { lockClaim } from './claims';
import { tokenHash } from './credentials';
import { newToken, secretLink } from './links';
import { framed, OWN_LETTERS } from './ownLetters';
import { accountRule, roleNeeds } from './roles';

/** A week of real time. */
const INVITATION_MS = 7 * 86_400_000;

/** Roles a viewer may invite to: the procedure says who invites whom. */
export const invitableRoles = (procedure: Procedure, viewer: Pick<Viewer, 'role'>): Role[] =>
  ROLES.filter((role) => {
    const rule = accountRule(procedure, role);
    return rule?.mode === 'invitation' && (rule.invitedBy === viewer.role || viewer.role === 'ADMINISTRATOR');
  });

/** Invites a person by letter. A coordinator invites to organisations of his own municipality. */
export async function inviteToRole(
  viewer: Viewer,
  input: { role: Role; email: string; organisationId?: string | null },
  language: Language,
): Promise<Problem[]> {
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  if (!invitableRoles(procedure, viewer).includes(input.role)) return forbidden();
  const email = parseEmail(input.email);
  if (!email) return emailProblems(input.email, ['email']);
  const { regionId, municipalityId } = viewer;
  const own = { regionId, ...(municipalityId && { municipalityId }) };
  const organisation = input.organisationId ? await prisma.organisation.findFirst({ where: { ...own, id: input.organisationId } }) : null;
  const needs = roleNeeds(input.role);
  const where = { municipalityId: organisation?.municipalityId ?? municipalityId };
  if (needs === 'ORGANISATION' && !organisation) return [problem('REQUIRED', ['organisationId'])];
  if (needs === 'MUNICIPALITY' && !where.municipalityId) return [problem('REQUIRED', ['municipalityId'])];
  const place = { ...where, organisationId: organisation?.id ?? null };
  await prisma.$transaction((tx) => sendInvitation(tx, { viewer, procedure, role: input.role, email, place, language }));
  return [];
}

interface Offer {
  viewer: Viewer;
  procedure: Procedure;
  role: Role;
  email: string;
  place: { municipalityId: string | null; organisationId: string | null };
  language: Language;
  /** What whoever issues the role knows of the person. */
  person?: { lastName: string; firstName: string; patronymic: string; post: string; phone: string };
}

/** Lets a role wait behind a link of one use in a letter: it goes to whoever reads the address. The newest letter holds. */
export async function sendInvitation(tx: Tx, { viewer, procedure, role, email, place, language, person }: Offer): Promise<void> {
  const { regionId } = viewer;
  const token = newToken();
  // Of two letters sent at once one is the newer.
  await lockClaim(tx, email);
  const real = new Date();
  // An expert works at one organisation; other roles of a place wait each for their own.
  const same = { regionId, role, email, usedAt: null, ...(role !== 'EXPERT' && place) };
  await tx.invitation.updateMany({ where: same, data: { expiresAt: real } });
  const { id } = await tx.invitation.create({
    data: {
      id: newId(),
      regionId,
      role,
      ...place,
      email,
      ...person,
      tokenHash: tokenHash(token),
      invitedById: viewer.accountId,
      createdAt: real,
      expiresAt: new Date(real.getTime() + INVITATION_MS),
    },
  });
  const inviter = await tx.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
  const own = accountRule(procedure, role)?.mode === 'invitation';
  const letters = own ? lettersFor(procedure.letters, 'account.invited').filter((letter) => letter.recipient === role) : [];
  for (const letter of letters.length > 0 ? letters : [framed(OWN_LETTERS.role_waits)]) {
    await writeLetters(tx, letter, {
      regionId,
      applicationId: null,
      recipients: [{ accountId: null, email, language, ...person }],
      secret: token,
      values: (words) => ({
        'inviter.fullName': fullName(inviter),
        'account.role': roleLabel(procedure, role, words),
        'links.invitation': secretLink('/invitation'),
      }),
    });
  }
  await writeAudit(tx, viewer, { action: 'invite_to_role', objectType: 'Invitation', objectId: id, data: { role } });
}

/** The invitation of a link, as long as it works. */
export const openInvitation = (token: string) => ({ tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } });

/** The invitation a link belongs to while it works, or null. */
export const findInvitation = (token: string): Promise<Invitation | null> => prisma.invitation.findFirst({ where: openInvitation(token) });
