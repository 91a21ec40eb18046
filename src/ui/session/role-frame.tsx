import { MailX, UserRound } from 'lucide-react';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SEGMENT_OF, type Segment, startPath } from '@/domain/segments';
import { ShellDocument } from '@/gql/graphql';
import { query, signInPath } from '@/server/api';
import { Link } from '@/ui/kit/link';
import { AppFooter } from '@/ui/shell/app-footer';
import { AppHeader } from '@/ui/shell/app-header';
import { ClientMessages } from '@/ui/shell/client-messages';
import { chooseRole, endSession } from './actions';
import { IdleWatch } from './idle-watch';
import { HELP_PAGE, navigationOf } from './navigation';
import { withNext } from './next-path';
import { PrintWatch } from './print-watch';
import { SessionDialog } from './session-dialog';

interface RoleFrameProps {
  /** The role's part of the site; without it the page belongs to every role. */
  segment?: Segment;
  children: ReactNode;
}

const GAPS = ['fullName', 'email', 'emailConfirmed', 'sex'] as const;
const isGap = (gap: string): gap is (typeof GAPS)[number] => GAPS.some((known) => known === gap);

/** Header, footer and the door of a role's pages: who is not signed in, has no password or role yet, or another role, goes where he can mend it. */
export async function RoleFrame({ segment, children }: RoleFrameProps) {
  const { viewer, region } = await query(ShellDocument, {});
  const path = (await headers()).get('x-path');
  if (!viewer) redirect(signInPath(path));
  if (viewer.mustChoosePassword) redirect(withNext('/password', path));
  const { role } = viewer;
  if (!role || !region) redirect(withNext('/roles', path));
  const own = SEGMENT_OF[role];
  if (segment && segment !== own) {
    if (viewer.roleAssignments.some((other) => SEGMENT_OF[other.role] === segment)) redirect(withNext('/roles', path));
    notFound();
  }
  const t = await getTranslations('auth');
  const name = [viewer.lastName, viewer.firstName, viewer.patronymic].filter(Boolean).join(' ') || viewer.login;
  const dense = own !== 'teacher';
  const severalRegions = new Set(viewer.roleAssignments.map((r) => r.regionLabel)).size > 1;
  const gaps = viewer.profileMissing.filter(isGap).map((gap) => t(`profile.gap.${gap}`));
  const chosen = viewer.roleAssignments.find((r) => r.chosen);
  const frame = (
    <>
      <AppHeader
        region={region.label}
        home={startPath(role)}
        nav={
          await navigationOf(own, {
            // The operator finds teachers there even where he issues nothing.
            issues: role === 'OPERATOR' || viewer.issuableRoles.length > 0,
            invites: viewer.invitableRoles.length > 0,
            cards: region.employer.mode === 'card_prefilled',
            asked: region.employer.mode !== 'none',
          })
        }
        notifications={{ href: '/messages', unread: viewer.unread }}
        user={{ name, role: viewer.roleLabel ?? '' }}
        roles={viewer.roleAssignments.map((r) => ({
          id: r.id,
          label: [r.label, r.scopeLabel, ...(severalRegions && r.regionLabel !== r.scopeLabel ? [r.regionLabel] : [])].join(', '),
          current: r.chosen,
        }))}
        switchRole={chooseRole}
        signOut={endSession}
        accountHref="/account"
        wide={dense}
      />
      {viewer.profileFilled ? null : (
        <Strip icon={<UserRound />} title={t('profile.notFilled')} wide={dense}>
          {t('profile.needs', { what: gaps.join(', ') })} <Link href="/account">{t('profile.fill')}</Link>
        </Strip>
      )}
      {viewer.email || viewer.profileMissing.includes('email') ? null : (
        <Strip icon={<MailX />} title={t('profile.noLetters')} wide={dense}>
          {t('profile.noLettersText')} <Link href="/account#email">{t('profile.giveEmail')}</Link>
        </Strip>
      )}
      {children}
      <AppFooter
        procedureHref="/help/how-to-apply"
        links={[
          { href: `/help/${HELP_PAGE[own]}`, label: t('nav.help') },
          { href: '/help', label: t('nav.materials') },
        ]}
        wide={dense}
      />
      <ClientMessages namespaces={['auth']}>
        <SessionDialog login={viewer.login} email={viewer.email} name={name} role={chosen?.id ?? ''} hasPassword={viewer.hasPassword} />
        {viewer.idleMinutes ? <IdleWatch minutes={viewer.idleMinutes} /> : null}
      </ClientMessages>
      {dense ? <PrintWatch /> : null}
    </>
  );
  return dense ? (
    <div data-density="staff" className="flex flex-1 flex-col">
      {frame}
    </div>
  ) : (
    frame
  );
}

/** A band over every page of the role until its reason is mended. */
function Strip({ icon, title, wide, children }: { icon: ReactNode; title: string; wide: boolean; children: ReactNode }) {
  return (
    <div className="strip no-print" role="status">
      <div className={wide ? 'wrap-wide' : 'wrap'}>
        <b>
          {icon}
          {title}
        </b>
        <span>{children}</span>
      </div>
    </div>
  );
}
