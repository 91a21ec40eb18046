import { expect, test } from 'vitest';

process.env.DEMO = '0';
// The provider of the tests is a door with a password of its own; here nobody has configured one.
for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) delete process.env[name];
const { findDemoAccount } = await import('@/server/auth/checkCredentials');
const { authOptions } = await import('@/server/auth/options');
const { SignInDocument } = await import('@/gql/graphql');
const { execute } = await import('@/server/execute');
const { anonymous, dataOf, giveRole, makeAccount, makeRegion } = await import('@/testing/viewers');

test('outside a demo there is no door without a password, whatever logins there are', async () => {
  const region = await makeRegion();
  const account = await makeAccount({ login: 'demo-admin' });
  await giveRole('ADMINISTRATOR', { region, account });
  expect(await findDemoAccount('demo-admin')).toBeNull();
  expect(
    authOptions(async () => ({ region, sessionId: null, session: null, linkTo: null, address: '', device: '' })).providers.map(
      (provider) => provider.options?.id ?? provider.id,
    ),
  ).toEqual(['credentials']);
  expect(dataOf(await execute(SignInDocument, {}, await anonymous(region))).demoAccounts).toEqual([]);
});
