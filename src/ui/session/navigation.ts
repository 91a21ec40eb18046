import { getTranslations } from 'next-intl/server';
import type { Segment } from '@/domain/segments';
import type { NavEntry } from '@/ui/shell/nav-links';

/** The help page that belongs to a role's screens. */
export const HELP_PAGE: Record<Segment, string> = {
  teacher: 'teacher',
  school: 'school',
  coordinator: 'coordinator',
  operator: 'operator',
  expert: 'expert',
  commission: 'secretary',
  admin: 'administrator',
};

/** Screens of a role, the same on every page of its own and on the pages all roles share. */
export async function navigationOf(
  segment: Segment,
  { issues = false, invites = false, cards = false, asked = true } = {},
): Promise<NavEntry[]> {
  const [t, procedure] = await Promise.all([getTranslations('auth'), getTranslations('procedure')]);
  const help = { href: `/help/${HELP_PAGE[segment]}`, label: t('nav.help') };
  const messages = { href: '/messages', label: t('nav.messages') };
  const accounts = { href: `/${segment}/accounts`, label: t('nav.accounts') };
  // Where the school keeps cards of its employees they are its work, and the teacher reads his own.
  const overview = { href: `/${segment}`, label: t(cards && segment === 'school' ? 'nav.overview' : `nav.home.${segment}`) };
  const applications = { href: `/${segment}/applications`, label: t('nav.applications') };
  // A school of which nothing is asked has no overview: its list comes first.
  const home = segment === 'school' && !cards && !asked ? applications : overview;
  const meetings = { href: `/${segment}/meetings`, label: t('nav.meetings') };
  const own: Partial<Record<Segment, NavEntry[]>> = {
    admin: [
      { href: '/admin/procedures', label: procedure('nav') },
      accounts,
      { href: '/admin/letters', label: t('nav.letters') },
      { href: '/admin/audit', label: t('nav.audit') },
    ],
    operator: [applications, ...(issues ? [accounts] : [])],
    coordinator: [
      applications,
      ...(invites ? [{ href: '/coordinator/invitations', label: t('nav.invitations') }] : []),
      ...(issues ? [accounts] : []),
    ],
    commission: [meetings, applications],
    ...(cards && {
      school: [{ href: '/school/employees', label: t('nav.cards') }, applications],
      teacher: [{ href: '/teacher/card', label: t('nav.ownCard') }],
    }),
  };
  return [home, ...(own[segment] ?? []), messages, help];
}
