/** Where a teacher of the region comes in for the first time, by the procedure's mode; null where somebody else gives the account. */
export function wayIn(mode: string): { href: string; way: 'email' | 'register' | 'snils' | 'state' } | null {
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

/** Sign-in through the state's portal as this site is set up: what the button says, or null where it is not configured. */
export const stateSignIn = (): { label: string | null } | null =>
  process.env.OIDC_ISSUER && process.env.OIDC_CLIENT_ID && process.env.OIDC_CLIENT_SECRET
    ? { label: process.env.OIDC_LABEL || null }
    : null;
