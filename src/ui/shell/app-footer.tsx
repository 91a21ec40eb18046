import { useTranslations } from 'next-intl';
import { Link } from '@/ui/kit/link';
import { LanguageButton } from './language-button';
import { SightButton } from './sight-button';

export interface AppFooterProps {
  /** Telephone or e-mail of the region's help, and its hours. */
  help?: { phone?: string; email?: string; hours?: string };
  /** Page that says how the attestation goes. */
  procedureHref?: string;
  /** More links: materials, consent. */
  links?: readonly { href: string; label: string }[];
  wide?: boolean;
}

/** Help, how the attestation goes, low vision, language. */
export function AppFooter({ help, procedureHref, links = [], wide }: AppFooterProps) {
  const t = useTranslations('shell');
  return (
    <footer className="foot no-print">
      <div className={`${wide ? 'wrap-wide' : 'wrap'} foot-in`}>
        {help?.phone ? (
          <span>
            {t('help')}: <b className="nb">{help.phone}</b>
            {help.hours ? `, ${help.hours}` : null}
          </span>
        ) : null}
        {help?.email ? <a href={`mailto:${help.email}`}>{help.email}</a> : null}
        {procedureHref ? <Link href={procedureHref}>{t('procedure')}</Link> : null}
        {links.map((link) => (
          <Link key={link.href} href={link.href}>
            {link.label}
          </Link>
        ))}
        <SightButton className="link-button">{t('sight.title')}</SightButton>
        <LanguageButton />
      </div>
    </footer>
  );
}
