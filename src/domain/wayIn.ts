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
