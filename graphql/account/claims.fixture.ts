import type { Procedure } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { enterByIdentity } from '@/server/auth/identities';
import { issuableRoles } from '@/server/auth/roles';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { unseal } from '@/server/seal';
import { openSession } from '@/server/sessions';
import { anonymous, as, contextOf, dataOf, makeAccount, makePlace } from '@/testing/viewers';

export const ATTACKERS = 'чужой замок скрипит';
export const OWNERS = 'сорок парт у окна';
export const person = { lastName: 'Зорина', firstName: 'Вера', patronymic: 'Ильинична' };
export type Answer = { problems: { code: string; path: string[]; message: string }[] } & Record<string, unknown>;

/** Runs one mutation by its name; the answer with the further fields asked for. */
export async function run(context: GraphQLContext, field: string, type: string, input: object, more = ''): Promise<Answer> {
  const text = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code path message } ${more} } }`;
  const answer = dataOf(await execute<Record<string, Answer>, object>(text, { input }, context))[field];
  if (!answer) throw new Error(`no answer of ${field}`);
  return answer;
}
const runPlain = async (context: GraphQLContext, field: string, argument: string, value: string): Promise<Answer> => {
  const text = `mutation ($value: String!) { ${field}(${argument}: $value) { problems { code path message } } }`;
  return (
    dataOf(await execute<Record<string, Answer>, object>(text, { value }, context))[field] ?? {
      problems: [{ code: 'NONE', path: [], message: '' }],
    }
  );
};

/** What the last letter to an address carries. */
export async function secretOf(email: string): Promise<string> {
  const letter = await prisma.notification.findFirst({ where: { email, secret: { not: null } }, orderBy: { id: 'desc' } });
  if (!letter?.secret) throw new Error(`no secret to ${email}`);
  return unseal('letter secret', letter.secret);
}

/** A number whose checksum holds, another one each time. */
export function anySnils(): string {
  const digits = String(Math.floor(Math.random() * 899_000_000) + 100_000_000);
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return digits + String((sum % 101) % 100).padStart(2, '0');
}

export const newLogin = () => `z-${newId().slice(-10)}`;
export const entersAs = async (typed: string, password: string) => {
  const verdict = await checkCredentials(typed, password, newId());
  return 'accountId' in verdict ? verdict.accountId : null;
};

export interface Regions {
  samara: Region;
  tomsk: Region;
  chelyabinsk: Region;
  irkutsk: Region;
  sverdlovsk: Region;
}

const saveOwn = async (region: Region, accountId: string, password: string, email: string) => {
  const role = await prisma.roleAssignment.findFirst({ where: { accountId, removedAt: null }, select: { id: true } });
  const sessionId = await openSession(accountId);
  if (role) await prisma.session.update({ where: { id: sessionId }, data: { roleAssignmentId: role.id } });
  const context = await contextOf(region, sessionId);
  return run(context, 'saveProfile', 'SaveProfileInput', { ...person, email, phone: '', language: 'ru', current: password });
};

async function employee(region: Region, email: string | null): Promise<{ snils: string; code: string }> {
  const snils = anySnils();
  const input = { ...person, snils, sex: 'female', positionId: 'teacher', email };
  const made = await run(await as('SCHOOL_HR', { region }), 'createEmployee', 'CreateEmployeeInput', input, 'activationCode');
  if (made.problems.length) throw new Error(JSON.stringify(made.problems));
  return { snils, code: email ? await secretOf(email) : String(made.activationCode) };
}

/** Whoever types in another's address, the account he does it with, and what he was answered. */
export interface Claim {
  accountId: string;
  problems: { code: string }[];
  /** What opens his account, where he can open it. */
  login: string | null;
}

/** Every way to type an address in without reading its letters, by its name in the API. */
export const CLAIMS: Record<string, (regions: Regions, email: string) => Promise<Claim>> = {
  registerAccount: async ({ tomsk }, email) => {
    const login = newLogin();
    const { problems } = await run(await anonymous(tomsk), 'registerAccount', 'RegisterAccountInput', {
      ...person,
      login,
      password: ATTACKERS,
      email,
    });
    const { id } = await prisma.account.findUniqueOrThrow({ where: { login } });
    return { accountId: id, problems, login };
  },
  saveProfile: async ({ samara }, email) => {
    const account = await makeAccount({ password: ATTACKERS });
    await as('TEACHER', { region: samara, account });
    const { problems } = await saveOwn(samara, account.id, ATTACKERS, email);
    return { accountId: account.id, problems, login: account.login };
  },
  activateAccount: async ({ chelyabinsk }, email) => {
    const { snils, code } = await employee(chelyabinsk, null);
    const input = { snils, code, password: ATTACKERS, email };
    const { problems } = await run(await anonymous(chelyabinsk), 'activateAccount', 'ActivateAccountInput', input);
    const { id } = await prisma.account.findUniqueOrThrow({ where: { snils } });
    return { accountId: id, problems, login: snils };
  },
  // The school has written another's address into the card: the person of the card reads none of its letters.
  createEmployee: async ({ chelyabinsk }, email) => {
    const { snils } = await employee(chelyabinsk, email);
    const { id } = await prisma.account.findUniqueOrThrow({ where: { snils } });
    return { accountId: id, problems: [], login: null };
  },
  requestAccess: async ({ samara }, email) => {
    const { problems } = await runPlain(await anonymous(samara), 'requestAccess', 'email', email);
    const made = await prisma.account.findFirst({ where: { email, emailVerifiedAt: null }, select: { id: true } });
    return { accountId: made?.id ?? '', problems, login: null };
  },
  enterByIdentity: async ({ irkutsk }, email) => {
    const sub = newId();
    const verdict = await enterByIdentity(
      'state',
      { sub, email, email_verified: false, family_name: 'Чужой', given_name: 'Иван' },
      irkutsk,
    );
    if (!('accountId' in verdict)) throw new Error(JSON.stringify(verdict));
    return { accountId: verdict.accountId, problems: [], login: null };
  },
};

/** Takes up a role that waits behind the last letter's link, with a new account. */
export async function takeUp(region: Region, email: string): Promise<Answer> {
  const input = { token: await secretOf(email), login: newLogin(), password: OWNERS, ...person, post: 'учитель' };
  return run(await anonymous(region), 'acceptInvitation', 'AcceptInvitationInput', input, 'login');
}

/** Signs in by the one-time password of the last letter and chooses a password. */
export async function chooseFirst(region: Region, email: string): Promise<void> {
  const id = await entersAs(email, await secretOf(email));
  if (!id) throw new Error('the one-time password opens nothing');
  const context = await contextOf(region, await openSession(id));
  const { problems } = await run(context, 'changePassword', 'ChangePasswordInput', { next: OWNERS });
  if (problems.length) throw new Error(JSON.stringify(problems));
}

/** Issues a role to an address as whoever may, and takes it up as the reader of the address would. */
export async function issueAndTake(region: Region, procedure: Procedure, role: Role, email: string): Promise<void> {
  const place = await makePlace(region);
  const by = (['ADMINISTRATOR', 'OPERATOR', 'COORDINATOR'] as const).find((one) => issuableRoles(procedure, { role: one }).includes(role));
  if (!by) throw new Error(`nobody issues ${role}`);
  const at = { organisationId: place.organisation.id, municipalityId: place.municipality.id, post: 'учитель' };
  const issuer = await as(by, { region, place });
  const issued = await run(issuer, 'issueAccount', 'IssueAccountInput', { ...person, role, email, ...at }, 'account { id }');
  if (issued.problems.length) throw new Error(JSON.stringify(issued.problems));
  const owner = await prisma.account.findFirst({ where: { email, emailVerifiedAt: { not: null } } });
  if (owner) return;
  if (issued.account) return chooseFirst(region, email);
  const { problems } = await takeUp(region, email);
  if (problems.length) throw new Error(JSON.stringify(problems));
}

const follow = async (region: Region, email: string, field: string, type: string, input: object) => {
  const { problems } = await run(await anonymous(region), field, type, input);
  if (problems.length) throw new Error(`${field} ${email}: ${JSON.stringify(problems)}`);
};

/** Every way in which the reader of an address makes it his own; each ends with his password. */
export const PROOFS: Record<string, (regions: Regions, email: string) => Promise<void>> = {
  registerAccount: async ({ tomsk }, email) => {
    const input = { ...person, login: newLogin(), password: OWNERS, email };
    await follow(tomsk, email, 'registerAccount', 'RegisterAccountInput', input);
    const { problems } = await runPlain(await anonymous(tomsk), 'confirmEmail', 'token', await secretOf(email));
    if (problems.length) throw new Error(JSON.stringify(problems));
  },
  requestAccess: async ({ samara }, email) => {
    const known = await prisma.account.findFirst({ where: { email }, select: { id: true } });
    await runPlain(await anonymous(samara), 'requestAccess', 'email', email);
    if (!known) return chooseFirst(samara, email);
    await follow(samara, email, 'resetPassword', 'ResetPasswordInput', { token: await secretOf(email), next: OWNERS });
  },
  saveProfile: async ({ samara }, email) => {
    const account = await makeAccount({ password: OWNERS });
    await as('TEACHER', { region: samara, account });
    await saveOwn(samara, account.id, OWNERS, email);
    const { problems } = await runPlain(await anonymous(samara), 'confirmEmail', 'token', await secretOf(email));
    if (problems.length) throw new Error(JSON.stringify(problems));
  },
  activateAccount: async ({ chelyabinsk }, email) => {
    const { snils, code } = await employee(chelyabinsk, email);
    await follow(chelyabinsk, email, 'activateAccount', 'ActivateAccountInput', { snils, code, password: OWNERS });
  },
  acceptInvitation: async ({ tomsk }, email) => {
    const { organisation } = await makePlace(tomsk);
    const admin = await as('ADMINISTRATOR', { region: tomsk });
    const input = { role: 'SCHOOL_COORDINATOR', email, organisationId: organisation.id };
    await run(admin, 'inviteToRole', 'InviteToRoleInput', input);
    const { problems } = await takeUp(tomsk, email);
    if (problems.length) throw new Error(JSON.stringify(problems));
  },
};
