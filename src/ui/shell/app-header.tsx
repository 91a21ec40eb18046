import { Bell, ChevronDown, Eye, LogOut, Menu as MenuIcon, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { initials, shortName } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { Menu } from '@/ui/kit/menu';
import { LanguageButton } from './language-button';
import { Logo } from './logo';
import { type NavEntry, NavLinks } from './nav-links';
import { SightButton } from './sight-button';

export interface HeaderRole {
  id: string;
  /** The procedure's own name of the role, with the scope when there is one. */
  label: string;
  current?: boolean;
}

export interface AppHeaderProps {
  /** The region's name below the logo. */
  region: string;
  /** Start page of the role. */
  home: string;
  nav: readonly NavEntry[];
  /** Notifications: address and number of unread ones. */
  notifications: { href: string; unread: number };
  /** Full name of the person and the name of the role now in use. */
  user: { name: string; role: string };
  /** All roles of the account; with more than one the menu offers the others. */
  roles?: readonly HeaderRole[];
  /** Server action; the form field `role` carries the id of the chosen role. */
  switchRole?: (form: FormData) => Promise<void>;
  /** Server action that ends the session. */
  signOut: () => Promise<void>;
  /** Page of the account: password, letters. */
  accountHref?: string;
  /** Content width of staff tables. */
  wide?: boolean;
}

/** The header of a signed-in person. It folds by its own width, in rem. */
export function AppHeader(props: AppHeaderProps) {
  const t = useTranslations('shell');
  const { region, home, nav, notifications, user, wide } = props;
  return (
    <header className="top no-print">
      <div className={`${wide ? 'wrap-wide' : 'wrap'} top-in`}>
        <Link className="brand" href={home}>
          <Logo />
          <span>
            <b>{t('product')}</b>
            <span>{region}</span>
          </span>
        </Link>
        <nav className="nav if-wide" aria-label={t('sections')}>
          <NavLinks entries={nav} />
        </nav>
        <div className="top-tools">
          <SightButton className="tool if-wide" title={t('sight.title')}>
            <Eye />
            <span className="vh">{t('sight.title')}</span>
          </SightButton>
          <Link className="tool" href={notifications.href} title={t('notifications')}>
            <Bell />
            {notifications.unread > 0 ? (
              <>
                <span className="count count-new" aria-hidden="true">
                  {notifications.unread}
                </span>
                <span className="vh">{t('notificationsUnread', { count: notifications.unread })}</span>
              </>
            ) : (
              <span className="vh">{t('notifications')}</span>
            )}
          </Link>
          <Menu
            className="if-wide"
            label={t('userMenu', { name: shortName(user.name), role: user.role })}
            summaryClassName="tool"
            summary={
              <>
                <span className="ava" aria-hidden="true">
                  {initials(user.name)}
                </span>
                <span className="tool-name">
                  {shortName(user.name)}
                  <small>{user.role}</small>
                </span>
                <ChevronDown />
              </>
            }
          >
            <UserEntries {...props} />
          </Menu>
          <Menu className="if-narrow" label={t('menu')} summaryClassName="tool" summary={<MenuIcon />}>
            <nav aria-label={t('sections')}>
              <NavLinks entries={nav} />
            </nav>
            <hr />
            <p className="menu-title">
              {shortName(user.name)}, {user.role}
            </p>
            <SightButton>
              <Eye />
              {t('sight.title')}
            </SightButton>
            <UserEntries {...props} />
          </Menu>
        </div>
      </div>
    </header>
  );
}

function UserEntries({ roles = [], switchRole, signOut, accountHref }: AppHeaderProps) {
  const t = useTranslations('shell');
  const others = roles.filter((role) => !role.current);
  return (
    <>
      {switchRole && others.length > 0 ? (
        <form action={switchRole}>
          <p className="menu-title">{t('workAs')}</p>
          {others.map((role) => (
            <button key={role.id} type="submit" name="role" value={role.id}>
              <RefreshCw />
              {role.label}
            </button>
          ))}
          <hr />
        </form>
      ) : null}
      {accountHref ? <Link href={accountHref}>{t('account')}</Link> : null}
      <LanguageButton className="" withIcon />
      <form action={signOut}>
        <button type="submit">
          <LogOut />
          {t('signOut')}
        </button>
      </form>
    </>
  );
}
