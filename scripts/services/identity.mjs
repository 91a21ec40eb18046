import http from 'node:http';
import { interactionPolicy, Provider } from 'oidc-provider';
import { choosePort } from '../lib/ports.mjs';
import { choicePage } from './identity-page.mjs';
import { people } from './identity-people.mjs';

const CLIENT = { id: 'attesta', secret: 'only-for-trying-out', callback: '/api/auth/callback/state' };

const claimsOf = ({ sub, ...claims }) => ({ sub, ...claims, email_verified: Boolean(claims.email), snils_verified: Boolean(claims.snils) });

/** Sites on this machine only: their ports are not known before they start. */
function allowed(uri, hosts) {
  const { hostname, pathname } = new URL(uri);
  return pathname === CLIENT.callback && hosts.includes(hostname);
}

/** Everybody is asked anew: the next person on this machine is another one. */
function policy() {
  const { base, Check } = interactionPolicy;
  const prompts = base();
  const ask = (context) => (context.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT);
  prompts.get('login').checks.add(new Check('always_asked', 'a person is chosen each time', ask));
  return prompts;
}

function configuration() {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`http://localhost${CLIENT.callback}`],
        // When a person last showed himself: what is asked before an account may be given away.
        require_auth_time: true,
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: {
      openid: ['sub'],
      profile: ['family_name', 'given_name', 'middle_name', 'gender'],
      email: ['email', 'email_verified'],
      snils: ['snils', 'snils_verified'],
    },
    findAccount: (_context, sub) => {
      const person = people.find((known) => known.sub === sub);
      return person && { accountId: sub, claims: () => claimsOf(person) };
    },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: policy(), url: (_context, { uid }) => `/choose/${uid}` },
    // Choosing a person is the consent as well: there is nobody real to ask.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile email snils');
      await grant.save();
      return grant;
    },
    cookies: { keys: [CLIENT.secret] },
    expiresWithSession: () => false,
    ttl: { Session: 600, Interaction: 3600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Grant: 600 },
  };
}

async function bodyOf(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

/**
 * Starts an OpenID Connect provider with invented people, for the demo and the tests: one presses a name instead of signing in. It listens on
 * this machine only, wherever the site does.
 * @returns {{ issuer: string, variables: Record<string, string>, note: string, stop: () => Promise<void> }}
 */
export async function startIdentityProvider({ preferredPort, siteHost = 'localhost' }) {
  const port = await choosePort('identity provider', preferredPort);
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, configuration());
  provider.Client.prototype.redirectUriAllowed = (uri) => allowed(uri, ['localhost', '127.0.0.1', siteHost]);
  const answer = provider.callback();
  const server = http.createServer(async (request, response) => {
    if (!request.url?.startsWith('/choose/')) return answer(request, response);
    try {
      await provider.interactionDetails(request, response);
      if (request.method === 'POST') {
        const login = { accountId: (await bodyOf(request)).get('sub') };
        return await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
      }
      response.setHeader('content-type', 'text/html; charset=utf-8').end(choicePage(people));
    } catch {
      response.statusCode = 400;
      response.setHeader('content-type', 'text/plain; charset=utf-8').end('Вход не начат. Вернитесь на сайт и нажмите кнопку входа.');
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  server.unref();
  const variables = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_LABEL: 'Госуслуги (показ)',
  };
  return { issuer, variables, note: issuer, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
