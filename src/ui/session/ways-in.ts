/**
 * Sign-in through the state's portal as this site is set up: what the button says, and whether the portal opens on the site's own machine only,
 * as a demo's does; null where it is not configured.
 */
export function stateSignIn(): { label: string | null; onThisMachine: boolean } | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL } = process.env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  const onThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(OIDC_ISSUER).hostname);
  return { label: OIDC_LABEL || null, onThisMachine };
}
