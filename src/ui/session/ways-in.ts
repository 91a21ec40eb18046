/** How a teacher comes by his login: it is sent to his address, he makes it up, it is his SNILS, or the state's portal knows him. */
export type TeacherWay = 'email' | 'register' | 'snils' | 'state';

/** Where a teacher of the region comes in for the first time, by the procedure's mode; null where somebody else gives the account. */
export function wayIn(mode: string): { href: string; way: TeacherWay } | null {
  switch (mode) {
    case 'email_credentials':
      return { href: '/access', way: 'email' };
    case 'self_registration':
      return { href: '/register', way: 'register' };
    case 'snils_activation':
      return { href: '/activate', way: 'snils' };
    case 'esia':
    case 'state_portal':
      return { href: '/sign-in', way: 'state' };
    default:
      return null;
  }
}

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
