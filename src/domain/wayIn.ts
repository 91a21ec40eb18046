import type { AccountMode } from './procedure/vocabulary';

/** How a teacher comes by his login: it is sent to his address, he makes it up, it is his SNILS, or the state's portal knows him. */
export type TeacherWay = 'email' | 'register' | 'snils' | 'state';

/** Where a teacher of the region comes in for the first time, by the procedure's mode; null where somebody else gives the account. */
export function wayIn(mode: string): WayIn | null {
  return WAYS[mode as AccountMode] ?? null;
}

interface WayIn {
  href: string;
  way: TeacherWay;
}
const WAYS = {
  email_credentials: { href: '/access', way: 'email' },
  self_registration: { href: '/register', way: 'register' },
  snils_activation: { href: '/activate', way: 'snils' },
  esia: { href: '/sign-in', way: 'state' },
  state_portal: { href: '/sign-in', way: 'state' },
  // Somebody else gives the account.
  invitation: null,
  issued_by_operator: null,
} satisfies Record<AccountMode, WayIn | null>;
