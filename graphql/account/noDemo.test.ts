import { describe, expect, it } from 'vitest';

process.env.DEMO = '0';
// The provider of the tests is a door with a password of its own; here nobody has configured one.
for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) delete process.env[name];
const { checkCredentials, findDemoAccount } = await import('@/server/auth/checkCredentials');
const { authOptions } = await import('@/server/auth/options');
const { requestPasswordReset } = await import('@/server/auth/passwordReset');
const { SignInDocument } = await import('@/gql/graphql');
const { execute } = await import('@/server/execute');
const { prisma } = await import('@/server/prisma');
const { findSession, openSession } = await import('@/server/sessions');
const { anonymous, dataOf, giveRole, makeAccount, makeRegion } = await import('@/testing/viewers');

const PASSWORD = 'свой-пароль-для-пробы';
const region = await makeRegion();
const person = await makeAccount({ login: 'demo-admin', demo: true, snils: '11223344595', password: PASSWORD });
await giveRole('ADMINISTRATOR', { region, account: person });

describe('a person of the demo, outside a demo', () => {
  it('has no door without a password', async () => {
    expect(await findDemoAccount('demo-admin')).toBeNull();
    expect(
      authOptions(async () => ({ region, sessionId: null, session: null, linkTo: null, address: '', device: '' })).providers.map(
        (provider) => provider.options?.id ?? provider.id,
      ),
    ).toEqual(['credentials']);
    expect(dataOf(await execute(SignInDocument, {}, await anonymous(region))).demoAccounts).toEqual([]);
  });

  it.each([
    ['login', person.login],
    ['e-mail', person.email],
    ['СНИЛС', '112-233-445 95'],
  ])('is unknown by %s, even with the right password', async (_, typed) => {
    expect(await checkCredentials(typed, PASSWORD, 'an address')).toMatchObject({ problems: [{ code: 'CREDENTIALS_WRONG' }] });
  });

  it('has no session, also none that was opened while there was a demo', async () => {
    expect(await findSession(await openSession(person.id))).toBeNull();
    const real = await makeAccount();
    expect(await findSession(await openSession(real.id))).toMatchObject({ accountId: real.id });
  });

  it('gets no link to a new password', async () => {
    await requestPasswordReset(person.email);
    expect(await prisma.passwordReset.count({ where: { accountId: person.id } })).toBe(0);
  });
});
