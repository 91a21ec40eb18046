import { type Problem, problem } from '@/domain/problems';
import type { Procedure } from '@/domain/procedure/shape';
import type { Language, Role } from '@/domain/procedure/vocabulary';
import { emailProblems, parseEmail } from '@/domain/typed/email';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { nameProblems, tidyName } from '@/domain/typed/personName';
import type { Viewer } from '@/domain/viewer';
import type { Account, Organisation } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { forbidden } from '../errors';
import { newId } from '../ids';
import { prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { writeAccountLetters } from './accountLetters';
import { findOwner, isClaimed, lockClaim } from './claims';
import { freeLogin, giveCredentials } from './credentials';
import { sendInvitation } from './invitations';
import { hashPassword, oneTimePassword } from './passwords';
import { phoneProblems, takePhone, tidyPhone } from './phones';
import { issuableRoles, roleNeeds } from './roles';

export interface IssueInput {
  email: string;
  lastName: string;
  firstName: string;
  patronymic?: string | null;
  role: Role;
  municipalityId?: string | null;
  organisationId?: string | null;
  post?: string | null;
  phone?: string | null;
}

interface Scope {
  municipalityId: string | null;
  organisation: Organisation | null;
}

/** Where a person keeps the password of an account he has: said in the letter about a further role. */
const OWN_PASSWORD: Record<Language, string> = { ru: 'прежний, который вы выбрали сами', en: 'the one you have chosen yourself' };

/**
 * Gives a person a role: of the account that has proven the e-mail, or of a new one that only the one-time password sent there opens. Where
 * somebody has typed the address in without proof, the role waits behind a link in a letter to it and no account is answered.
 */
export async function issueAccount(
  viewer: Viewer,
  input: IssueInput,
  language: Language,
): Promise<{ problems: Problem[]; account: Account | null }> {
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  if (!procedure.roles.some((known) => known.key === input.role))
    return { problems: [problem('ROLE_NOT_IN_REGION', ['role'])], account: null };
  if (!issuableRoles(procedure, viewer).includes(input.role)) return forbidden();
  const email = parseEmail(input.email);
  const scope = await findScope(viewer, input);
  const problems = [...inputProblems(input), ...scopeProblems(input.role, scope)];
  if (problems.length || !email) return { problems, account: null };
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const at = await refreshClock();
  const given = { viewer, procedure, input, email, scope, password, passwordHash, at, language };
  return prisma.$transaction((tx) => write(tx, given), { timeout: 20_000 });
}

function inputProblems(input: IssueInput): Problem[] {
  const problems = emailProblems(input.email, ['email']);
  problems.push(...nameProblems({ lastName: input.lastName, firstName: input.firstName, patronymic: input.patronymic ?? '' }));
  const post = input.post?.trim() ?? '';
  problems.push(...phoneProblems(input.phone ?? ''));
  if (input.role === 'EXPERT' && !post) problems.push(problem('REQUIRED', ['post']));
  problems.push(...lengthProblems(post, TEXT_LIMITS.post, ['post']));
  return problems;
}

/** The place a role holds at; what is of another region, or outside the viewer's own municipality, is not there. */
async function findScope(viewer: Viewer, { role, municipalityId, organisationId }: IssueInput): Promise<Scope> {
  const needs = roleNeeds(role);
  const { regionId, municipalityId: own } = viewer;
  if (needs === 'ORGANISATION' && organisationId) {
    const place = { id: organisationId, regionId, ...(own && { municipalityId: own }) };
    const organisation = await prisma.organisation.findFirst({ where: place });
    return { municipalityId: organisation?.municipalityId ?? null, organisation };
  }
  if (needs === 'MUNICIPALITY' && municipalityId && (!own || own === municipalityId)) {
    const found = await prisma.municipality.findFirst({ where: { id: municipalityId, regionId }, select: { id: true } });
    return { municipalityId: found?.id ?? null, organisation: null };
  }
  return { municipalityId: null, organisation: null };
}

function scopeProblems(role: Role, scope: Scope): Problem[] {
  const needs = roleNeeds(role);
  if (needs === 'ORGANISATION' && !scope.organisation) return [problem('REQUIRED', ['organisationId'])];
  return needs === 'MUNICIPALITY' && !scope.municipalityId ? [problem('REQUIRED', ['municipalityId'])] : [];
}

interface Write {
  viewer: Viewer;
  procedure: Procedure;
  input: IssueInput;
  email: string;
  scope: Scope;
  password: string;
  passwordHash: string;
  at: Date;
  language: Language;
}

async function write(tx: Tx, given: Write): Promise<{ problems: Problem[]; account: Account | null }> {
  const { viewer, procedure, input, email, scope, at } = given;
  const { regionId } = viewer;
  await lockClaim(tx, email);
  const owner = await findOwner(tx, email);
  if (owner?.lockedAt) return { problems: [problem('ACCOUNT_LOCKED', ['email'])], account: null };
  if (!owner && (await isClaimed(tx, email))) {
    await sendInvitation(tx, { ...given, role: input.role, place: placeOf(scope), person: personOf(input) });
    return { problems: [], account: null };
  }
  // The school's roles hold at an organisation, an expert's at his own record, a coordinator's at a municipality.
  const place = {
    municipalityId: roleNeeds(input.role) === 'MUNICIPALITY' ? scope.municipalityId : null,
    organisationId: input.role === 'EXPERT' ? null : (scope.organisation?.id ?? null),
  };
  const same = { accountId: owner?.id ?? '', regionId, role: input.role, removedAt: null, ...place };
  if (owner && (await tx.roleAssignment.findFirst({ where: same })))
    return { problems: [problem('VALUE_TAKEN', ['email'])], account: null };
  const account = owner ?? (await createAccount(tx, given));
  const data = { id: newId(), regionId, accountId: account.id, role: input.role, createdAt: at, ...place };
  const role = await tx.roleAssignment.create({ data });
  if (input.role === 'EXPERT' && scope.organisation) await enterRoster(tx, regionId, account.id, scope.organisation, input.post ?? '');
  await takePhone(tx, account, input.phone ?? '');
  if (!owner) await giveCredentials(tx, { ...given, regionId, role: input.role, account }, at);
  else {
    const values = { 'account.password': OWN_PASSWORD[account.language === 'en' ? 'en' : 'ru'] };
    await writeAccountLetters(tx, 'account.invited', { regionId, procedure, account, role: input.role, values });
  }
  await writeAudit(tx, viewer, {
    action: 'issue_account',
    objectType: 'Account',
    objectId: account.id,
    data: { role: input.role, roleAssignmentId: role.id },
  });
  return { problems: [], account: await tx.account.findUniqueOrThrow({ where: { id: account.id } }) };
}

const placeOf = ({ municipalityId, organisation }: Scope) => ({ municipalityId, organisationId: organisation?.id ?? null });

const namesOf = ({ lastName, firstName, patronymic }: IssueInput) => ({
  lastName: tidyName(lastName),
  firstName: tidyName(firstName),
  patronymic: tidyName(patronymic ?? ''),
});

const personOf = (input: IssueInput) => ({ ...namesOf(input), post: input.post?.trim() ?? '', phone: tidyPhone(input.phone ?? '') });

/** The one-time password goes to the address and nowhere else: whoever uses it proves the address. */
async function createAccount(tx: Tx, { input, email, passwordHash, language, at }: Write): Promise<Account> {
  const login = await freeLogin(tx, input.role);
  return tx.account.create({ data: { id: newId(), login, email, passwordHash, language, createdAt: at, ...namesOf(input) } });
}

/** The roster keeps an expert who comes back: cases point at the old record. */
async function enterRoster(tx: Tx, regionId: string, accountId: string, organisation: Organisation, post: string): Promise<void> {
  const work = { organisationId: organisation.id, municipalityId: organisation.municipalityId, post: post.trim(), active: true };
  const before = await tx.expert.findFirst({ where: { regionId, accountId } });
  if (before) await tx.expert.update({ where: { id: before.id }, data: work });
  else await tx.expert.create({ data: { id: newId(), regionId, accountId, ...work } });
}
