import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityProvider } from './identity.mjs';

type Started = Awaited<ReturnType<typeof startIdentityProvider>>;
const CALLBACK = 'http://localhost:3999/api/auth/callback/state';
let provider: Started;
beforeAll(async () => {
  provider = await startIdentityProvider({ preferredPort: 0 });
});
afterAll(() => provider.stop());

/** A browser's cookies at the provider. */
class Browser {
  private jar = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(url, provider.issuer), { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.jar.set(name, value);
    }
    return answer;
  }
}

/** Signs a person in as next-auth does; the claims of the token and of the person. */
async function signIn(browser: Browser, sub: string, more: Record<string, string>) {
  const { OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '' } = provider.variables;
  const verifier = randomBytes(32).toString('base64url');
  const wish = new URLSearchParams({
    client_id: OIDC_CLIENT_ID,
    scope: 'openid profile email snils',
    response_type: 'code',
    redirect_uri: CALLBACK,
    state: 'state',
    nonce: 'nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  let at = (await browser.open(`/auth?${wish}`)).headers.get('location') ?? '';
  expect(at).toMatch(/^\/choose\//);
  at = (await browser.open(at, { method: 'POST', body: new URLSearchParams({ sub }) })).headers.get('location') ?? '';
  for (let k = 0; k < 3 && !at.startsWith(CALLBACK); k += 1) at = (await browser.open(at)).headers.get('location') ?? '';
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: new URL(at).searchParams.get('code') ?? '',
    redirect_uri: CALLBACK,
    code_verifier: verifier,
  });
  const authorization = `Basic ${Buffer.from(`${OIDC_CLIENT_ID}:${OIDC_CLIENT_SECRET}`).toString('base64')}`;
  const tokens = (await (await fetch(`${provider.issuer}/token`, { method: 'POST', body, headers: { authorization } })).json()) as {
    id_token: string;
    access_token: string;
  };
  const token = JSON.parse(Buffer.from(tokens.id_token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string; auth_time: number };
  const person = (await (
    await fetch(`${provider.issuer}/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } })
  ).json()) as Record<string, unknown>;
  return { token, person };
}

describe('the demo’s identity provider', () => {
  it('says when a person showed himself, and answers for his number and address', async () => {
    const { token, person } = await signIn(new Browser(), 'person-1', {});
    expect(token.sub).toBe('person-1');
    expect(Math.abs(token.auth_time - Date.now() / 1000)).toBeLessThan(30);
    expect(person).toMatchObject({ snils: '41230587134', snils_verified: true, email_verified: true });
    expect((await signIn(new Browser(), 'person-3', {})).person).toMatchObject({ snils_verified: false, email_verified: false });
  });

  it('asks whom it knows from before to show himself again', async () => {
    const browser = new Browser();
    const first = await signIn(browser, 'person-2', {});
    await new Promise((done) => setTimeout(done, 1_100));
    const again = await signIn(browser, 'person-2', { prompt: 'login', max_age: '0' });
    expect(again.token.auth_time).toBeGreaterThan(first.token.auth_time);
  });
});
