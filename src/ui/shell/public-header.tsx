import { Eye, LogIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/ui/kit/link';
import { LanguageButton } from './language-button';
import { Logo } from './logo';
import { type NavEntry, NavLinks } from './nav-links';
import { SightButton } from './sight-button';

/** The header of pages that need no sign-in. */
export function PublicHeader({
  region,
  home = '/',
  nav = [],
  signInHref,
}: {
  region?: string;
  home?: string;
  nav?: readonly NavEntry[];
  signInHref?: string;
}) {
  const t = useTranslations('shell');
  return (
    <header className="top no-print">
      <div className="wrap top-in">
        <Link className="brand" href={home}>
          <Logo />
          <span>
            <b>{t('product')}</b>
            <span>{region ?? t('tagline')}</span>
          </span>
        </Link>
        {nav.length > 0 ? (
          <nav className="nav if-wide" aria-label={t('sections')}>
            <NavLinks entries={nav} />
          </nav>
        ) : null}
        <div className="top-tools">
          <SightButton className="tool" title={t('sight.title')}>
            <Eye />
            <span className="vh">{t('sight.title')}</span>
          </SightButton>
          {/* On a phone the region's name needs the room; the footer has the language as well. */}
          <LanguageButton className="tool if-wide" />
          {signInHref ? (
            <Link className="btn btn-primary btn-s" href={signInHref}>
              <LogIn />
              {t('signIn')}
            </Link>
          ) : null}
        </div>
      </div>
    </header>
  );
}
