import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '../env';
import type { Claims } from './identities';

/** Name of the identity provider among next-auth's ways in; it is in its address and in every row of Identity. */
export const IDENTITY_PROVIDER = 'state';

/** The state's identity provider by OpenID Connect: code with PKCE, state and nonce. Null where it is not configured. */
export function identityProvider(): OAuthConfig<Claims> | null {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return null;
  return {
    id: IDENTITY_PROVIDER,
    name: env.OIDC_LABEL ?? 'OpenID Connect',
    type: 'oauth',
    wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid profile email snils' } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    userinfo: {
      // The names may be in the token or at the provider's own address; the token alone says who it is, and when he showed himself.
      request: async ({ client, tokens }) => {
        const claims = (tokens as { claims?: () => Claims }).claims?.();
        return { ...(await client.userinfo(tokens.access_token ?? '')), sub: String(claims?.sub ?? ''), auth_time: claims?.auth_time };
      },
    },
    profile: (claims) => ({ id: claims.sub }),
  };
}
