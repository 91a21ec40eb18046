import { beforeAll, describe, expect, it } from 'vitest';
import { enterByIdentity } from '@/server/auth/identities';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { openSession } from '@/server/sessions';
import { anonymous, as, codesOf, contextOf, makeAccount, makePlace, makeRegion } from '@/testing/viewers';
import { anySnils, entersAs, newLogin, OWNERS, person, type Regions, run, secretOf } from './claims.fixture';

/** Addresses whose letters nobody has read, or reads no more: what they open, and what becomes of what was issued to them. */

let regions: Regions;
beforeAll(async () => {
  const slugs = ['samara', 'tomsk', 'chelyabinsk', 'irkutsk', 'sverdlovsk'] as const;
  const made = [];
  for (const slug of slugs) made.push([slug, await makeRegion(slug)]);
  regions = Object.fromEntries(made);
}, 60_000);

const newEmail = () => `r-${newId()}@example.org`;
const OTHERS = 'чужой замок скрипит';
/** A person with a password, and a letter on its way to a new address of his. */
async function moving(email = newEmail()): Promise<{ account: Awaited<ReturnType<typeof makeAccount>>; email: string }> {
  const account = await makeAccount({ password: OWNERS });
  const input = { ...person, email, phone: '', language: 'ru', current: OWNERS };
  const context = await as('TEACHER', { region: regions.samara, account });
  expect(codesOf(await run(context, 'saveProfile', 'SaveProfileInput', input))).toEqual([]);
  return { account, email };
}
const issue = async (region: keyof Regions, input: object) => {
  const { organisation } = await makePlace(regions[region]);
  const operator = await as('OPERATOR', { region: regions[region] });
  const place = { ...person, organisationId: organisation.id, post: 'учитель' };
  return run(operator, 'issueAccount', 'IssueAccountInput', { ...place, ...input }, 'account { id }');
};

describe('an address that the school wrote into the card', () => {
  it('is proven by the letter, not by who comes in through the portal and chooses his first password', async () => {
    const [email, snils] = [newEmail(), anySnils()];
    const input = { ...person, snils, sex: 'female', positionId: 'teacher', email };
    await run(await as('SCHOOL_HR', { region: regions.chelyabinsk }), 'createEmployee', 'CreateEmployeeInput', input);
    const entered = await enterByIdentity('state', { sub: newId(), snils, snils_verified: true }, regions.irkutsk);
    if (!('accountId' in entered)) throw new Error(JSON.stringify(entered));
    const context = await contextOf(regions.irkutsk, await openSession(entered.accountId));
    expect(codesOf(await run(context, 'changePassword', 'ChangePasswordInput', { next: OTHERS }))).toEqual([]);
    const where = { id: entered.accountId };
    expect(await prisma.account.findUnique({ where })).toMatchObject({ email: null, pendingEmail: email, emailVerifiedAt: null });
    expect(await issue('samara', { role: 'SCHOOL_HEAD', email })).toEqual({ problems: [], account: null });
  });
});

describe('a link to a new password', () => {
  it('opens nothing once its account has another address', async () => {
    const [login, email] = [newLogin(), newEmail()];
    const visitor = await anonymous(regions.tomsk);
    await run(visitor, 'registerAccount', 'RegisterAccountInput', { ...person, login, password: OWNERS, email });
    await execute('mutation ($login: String!) { requestPasswordReset(login: $login) { problems { code } } }', { login }, visitor);
    const token = await secretOf(email);
    const { id } = await prisma.account.findUniqueOrThrow({ where: { login } });
    const context = await contextOf(regions.tomsk, await openSession(id));
    const input = { ...person, email: newEmail(), phone: '', language: 'ru', current: OWNERS };
    expect(codesOf(await run(context, 'saveProfile', 'SaveProfileInput', input))).toEqual([]);
    const open = await execute('query ($token: String!) { passwordResetOpen(token: $token) }', { token }, visitor);
    expect(open.data).toEqual({ passwordResetOpen: false });
    expect(codesOf(await run(visitor, 'resetPassword', 'ResetPasswordInput', { token, next: OTHERS }))).toEqual(['LINK_EXPIRED']);
    expect(await entersAs(login, OWNERS)).toBe(id);
  });
});

describe('a new address that is proven', () => {
  it('by taking up a role: the former one is told', async () => {
    const { account, email } = await moving();
    await issue('samara', { role: 'SCHOOL_HEAD', email });
    const input = { token: await secretOf(email), existing: true, login: account.login, password: OWNERS };
    const taken = await run(await anonymous(regions.samara), 'acceptInvitation', 'AcceptInvitationInput', input, 'login');
    expect(taken).toEqual({ problems: [], login: account.login });
    const told = await prisma.notification.findMany({ where: { email: account.email }, select: { letterId: true } });
    expect(told).toEqual([{ letterId: 'address_changed' }]);
  });

  it('brings the telephone along that was issued with the role: it signs its person in, not the closed account', async () => {
    const phone = `+7 904 ${String(Math.random()).slice(2, 9)}`;
    const email = newEmail();
    await issue('sverdlovsk', { role: 'EXPERT', email, phone });
    const { account } = await moving(email);
    const text = 'mutation ($token: String!) { confirmEmail(token: $token) { problems { code } } }';
    const token = await secretOf(email);
    expect((await execute(text, { token }, await anonymous(regions.samara))).data).toEqual({ confirmEmail: { problems: [] } });
    expect(await entersAs(phone, OWNERS)).toBe(account.id);
  });
});
