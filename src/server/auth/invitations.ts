import { roleLabel } from '@/domain/labels';
import { type Problem, problem } from '@/domain/problems';
import { lettersFor } from '@/domain/procedure/letterShape';
import type { Procedure } from '@/domain/procedure/shape';
import { type Language, ROLES, type Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { Account, Invitation } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { forbidden } from '../errors';
import { fullName } from '../fullName';
import { newId } from '../ids';
import { writeLetters } from '../mail/letters';
import { Prisma, prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { tokenHash } from './credentials';
import { parseEmail } from './email';
import { newToken, secretLink } from './links';
import { loginProblems, tidyLogin } from './loginRules';
import { passwordProblems } from './passwordRules';
import { hashPassword, verifyPassword } from './passwords';
import { accountRule, roleNeeds } from './roles';
import { nameProblems, tidyName } from './saveProfile';

/** A week of real time. */
const INVITATION_MS = 7 * 86_400_000;
const POST_MAX = 200;

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
  if (!email) return [problem(input.email.trim() ? 'VALUE_INVALID' : 'REQUIRED', ['email'])];
  const { regionId, municipalityId } = viewer;
  const place = { regionId, ...(municipalityId && { municipalityId }) };
  const organisation = input.organisationId ? await prisma.organisation.findFirst({ where: { ...place, id: input.organisationId } }) : null;
  const needs = roleNeeds(input.role);
  const where = { municipalityId: organisation?.municipalityId ?? municipalityId };
  if (needs === 'ORGANISATION' && !organisation) return [problem('REQUIRED', ['organisationId'])];
  if (needs === 'MUNICIPALITY' && !where.municipalityId) return [problem('REQUIRED', ['municipalityId'])];
  const inviter = await prisma.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
  const token = newToken();
  const real = new Date();
  await prisma.$transaction(async (tx) => {
    // The newest letter holds: an older link to the same person and role stops working.
    await tx.invitation.updateMany({ where: { regionId, role: input.role, email, usedAt: null }, data: { expiresAt: real } });
    const invitation = await tx.invitation.create({
      data: {
        id: newId(),
        regionId,
        role: input.role,
        ...where,
        organisationId: organisation?.id ?? null,
        email,
        tokenHash: tokenHash(token),
        invitedById: viewer.accountId,
        createdAt: real,
        expiresAt: new Date(real.getTime() + INVITATION_MS),
      },
    });
    const letters = lettersFor(procedure.letters, 'account.invited').filter((letter) => letter.recipient === input.role);
    for (const letter of letters) {
      await writeLetters(tx, letter, {
        regionId,
        applicationId: null,
        recipients: [{ accountId: null, email, language }],
        secret: token,
        values: (words) => ({
          'inviter.fullName': fullName(inviter),
          'account.role': roleLabel(procedure, input.role, words),
          'links.invitation': secretLink('/invitation'),
        }),
      });
    }
    await writeAudit(tx, viewer, {
      action: 'invite_to_role',
      objectType: 'Invitation',
      objectId: invitation.id,
      data: { role: input.role },
    });
  });
  return [];
}

/** The invitation a link belongs to while it works, or null. */
export const findInvitation = (token: string): Promise<Invitation | null> =>
  prisma.invitation.findFirst({ where: { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } } });

export interface AcceptInput {
  token: string;
  login?: string | null;
  password: string;
  lastName?: string | null;
  firstName?: string | null;
  patronymic?: string | null;
  post?: string | null;
}

/** Takes up an invitation once: the role with its place; an expert joins the roster. */
export async function acceptInvitation(input: AcceptInput, language: Language): Promise<{ problems: Problem[]; login: string | null }> {
  const refused = (...problems: Problem[]) => ({ problems, login: null });
  const invitation = await findInvitation(input.token);
  if (!invitation) return refused(problem('LINK_EXPIRED'));
  const known = await prisma.account.findUnique({ where: { email: invitation.email } });
  const post = input.post?.trim() ?? '';
  const asksPost = invitation.role === 'EXPERT';
  const wrong: Problem[] = [];
  if (asksPost && !post) wrong.push(problem('REQUIRED', ['post']));
  if (post.length > POST_MAX) wrong.push(problem('VALUE_TOO_LONG', ['post'], { max: POST_MAX }));
  const person = await newPerson(input, invitation.email);
  if (known?.lockedAt) return refused(problem('ACCOUNT_LOCKED'));
  if (known && !(await verifyPassword(known.passwordHash, input.password))) wrong.push(problem('PASSWORD_WRONG', ['password']));
  if (!known) wrong.push(...person.problems);
  if (wrong.length) return refused(...wrong);
  const passwordHash = known ? '' : await hashPassword(input.password);
  const at = await refreshClock();
  try {
    return await prisma.$transaction(async (tx) => {
      const { count } = await tx.invitation.updateMany({ where: { id: invitation.id, usedAt: null }, data: { usedAt: new Date() } });
      if (!count) return refused(problem('LINK_EXPIRED'));
      const { login, names } = person;
      const chosen = { passwordHash, passwordChosenAt: at, emailVerifiedAt: at, createdAt: at, language };
      const account = known ?? (await tx.account.create({ data: { id: newId(), login, email: invitation.email, ...names, ...chosen } }));
      // The link of a letter and the password in one hand: the address is the owner's.
      await tx.account.updateMany({
        where: { id: account.id, email: invitation.email, emailVerifiedAt: null },
        data: { emailVerifiedAt: at },
      });
      await tx.invitation.update({ where: { id: invitation.id }, data: { accountId: account.id } });
      await takeRole(tx, invitation, account, post, at);
      await writeAudit(tx, null, {
        action: 'accept_invitation',
        objectType: 'Account',
        objectId: account.id,
        regionId: invitation.regionId,
      });
      return { problems: [], login: account.login };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return refused(problem('VALUE_TAKEN', ['login']));
    throw error;
  }
}

async function newPerson(input: AcceptInput, email: string) {
  const login = tidyLogin(input.login ?? '');
  const given = { lastName: input.lastName ?? '', firstName: input.firstName ?? '', patronymic: input.patronymic ?? '' };
  const names = { lastName: tidyName(given.lastName), firstName: tidyName(given.firstName), patronymic: tidyName(given.patronymic) };
  const password = (await passwordProblems(input.password, { login, email, ...names })).map((p) => ({ ...p, path: ['password'] }));
  return { login, names, problems: [...loginProblems(login), ...password, ...nameProblems(given)] };
}

async function takeRole(tx: Tx, { regionId, role, municipalityId, organisationId }: Invitation, account: Account, post: string, at: Date) {
  const needs = roleNeeds(role as Role);
  const isExpert = role === 'EXPERT';
  const place = {
    municipalityId: needs === 'MUNICIPALITY' ? municipalityId : null,
    organisationId: needs === 'ORGANISATION' && !isExpert ? organisationId : null,
  };
  const own = { regionId, accountId: account.id, role, ...place };
  if (!(await tx.roleAssignment.findFirst({ where: { ...own, removedAt: null } })))
    await tx.roleAssignment.create({ data: { id: newId(), ...own, createdAt: at } });
  if (!isExpert || !organisationId || !municipalityId) return;
  const work = { organisationId, municipalityId, post, active: true };
  await tx.expert.upsert({
    where: { regionId_accountId: { regionId, accountId: account.id } },
    create: { id: newId(), regionId, accountId: account.id, ...work },
    update: work,
  });
}
