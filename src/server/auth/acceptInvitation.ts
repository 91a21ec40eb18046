import { type Problem, problem } from '@/domain/problems';
import type { Language, Role } from '@/domain/procedure/vocabulary';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { tidyLogin } from '@/domain/typed/login';
import { nameProblems, tidyName } from '@/domain/typed/personName';
import type { Account, Invitation } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { newId } from '../ids';
import { Prisma, prisma, type Tx } from '../prisma';
import { findOwner, proveEmail } from './claims';
import { findClosedLink } from './closedLinks';
import { findAccount } from './findAccount';
import { findInvitation, openInvitation } from './invitations';
import { loginProblems, loginTaken } from './loginRules';
import { passwordProblems } from './passwordRules';
import { hashPassword, hasPassword, verifyAccountPassword } from './passwords';
import { takePhone } from './phones';
import { roleNeeds } from './roles';

export interface AcceptInput {
  token: string;
  /** The person has an account with the address that is not confirmed yet, and gives its login and password. */
  existing?: boolean | null;
  login?: string | null;
  password?: string | null;
  lastName?: string | null;
  firstName?: string | null;
  patronymic?: string | null;
  post?: string | null;
}

type Accepted = { problems: Problem[]; login: string | null };
const refused = (...problems: Problem[]): Accepted => ({ problems, login: null });

/** Takes the spent link back with everything else that was written. */
class Missed extends Error {}

/**
 * Takes up a role once, with its place; an expert joins the roster. It goes to the account that has proven the address, else to one that the
 * reader of the letter makes now or gives the password of: the link proves the address to it, and nobody else's claim counts any more.
 */
export async function acceptInvitation(input: AcceptInput, language: Language): Promise<Accepted> {
  const invitation = await findInvitation(input.token);
  if (!invitation) return refused((await findClosedLink(input.token)) ?? problem('LINK_EXPIRED'));
  const owner = await findOwner(prisma, invitation.email);
  if (owner?.lockedAt) return refused(problem('ACCOUNT_LOCKED'));
  const own = owner ?? (input.existing ? await findClaimant(input.login ?? '', invitation.email) : null);
  const joins = owner !== null || input.existing === true;
  const post = input.post?.trim() ?? '';
  const person = await newPerson(input, invitation.email);
  const wrong = [...postProblems(invitation.role, post), ...(joins ? await keyProblems(own, input.password ?? '') : person.problems)];
  if (wrong.length) return refused(...wrong);
  const passwordHash = joins ? '' : await hashPassword(input.password ?? '');
  const at = await refreshClock();
  try {
    return await prisma.$transaction(async (tx) => {
      // A newer letter that was sent meanwhile has closed this one.
      const { count } = await tx.invitation.updateMany({ where: openInvitation(input.token), data: { usedAt: new Date() } });
      if (!count) throw new Missed();
      const made = { id: newId(), login: person.login, ...person.names, passwordHash, passwordChosenAt: at, createdAt: at, language };
      const account = own ?? (await tx.account.create({ data: made }));
      if (!(await proveEmail(tx, account.id, invitation.email, at))) throw new Missed();
      await tx.invitation.update({ where: { id: invitation.id }, data: { accountId: account.id } });
      await takeRole(tx, invitation, account, post, at);
      await takePhone(tx, account, invitation.phone);
      const about = { objectType: 'Account', objectId: account.id, regionId: invitation.regionId, data: { role: invitation.role } };
      await writeAudit(tx, null, { action: 'accept_invitation', ...about });
      return { problems: [], login: account.login };
    });
  } catch (error) {
    if (error instanceof Missed) return refused((await findClosedLink(input.token)) ?? problem('LINK_EXPIRED'));
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return refused(await loginTaken(person.login));
    throw error;
  }
}

/** The account that was opened with this address but has not proven it, by what its owner signs in with. */
async function findClaimant(login: string, email: string): Promise<Account | null> {
  const { account } = await findAccount(login);
  return account?.pendingEmail === email && !account.lockedAt ? account : null;
}

/** Who joins an account that is there gives its password; one of the portal's has none, the link says enough. */
async function keyProblems(account: Account | null, password: string): Promise<Problem[]> {
  if (account?.emailVerifiedAt && !hasPassword(account.passwordHash)) return [];
  return (await verifyAccountPassword(account, password)) ? [] : [problem('PASSWORD_WRONG', ['password'])];
}

function postProblems(role: string, post: string): Problem[] {
  if (role === 'EXPERT' && !post) return [problem('REQUIRED', ['post'])];
  return lengthProblems(post, TEXT_LIMITS.post, ['post']);
}

async function newPerson(input: AcceptInput, email: string) {
  const login = tidyLogin(input.login ?? '');
  const given = { lastName: input.lastName ?? '', firstName: input.firstName ?? '', patronymic: input.patronymic ?? '' };
  const names = { lastName: tidyName(given.lastName), firstName: tidyName(given.firstName), patronymic: tidyName(given.patronymic) };
  const password = (await passwordProblems(input.password ?? '', { login, email, ...names })).map((p) => ({ ...p, path: ['password'] }));
  return { login, names, problems: [...nameProblems(given), ...loginProblems(login), ...password] };
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
