import { Info } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PublicShellDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { AppFooter } from '@/ui/shell/app-footer';
import { PublicHeader } from '@/ui/shell/public-header';

/** Header and footer of the pages that need no sign-in. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const [t, { region, viewer }] = await Promise.all([getTranslations('public'), query(PublicShellDocument, {})]);
  const nav = region
    ? [
        { href: '/help/how-to-apply', label: t('nav.howToApply') },
        { href: '/help/terms', label: t('nav.terms') },
        { href: '/help', label: t('nav.materials') },
      ]
    : [];
  return (
    <>
      <PublicHeader
        {...(region && { region: region.label })}
        nav={viewer ? [...nav, { href: '/start', label: t('nav.cabinet') }] : nav}
        {...(!viewer && { signInHref: '/sign-in' })}
      />
      {region?.example ? (
        <div className="strip no-print" role="note">
          <div className="wrap">
            <b>
              <Info />
              {t('example.title')}
            </b>
            <span>{t('example.text')}</span>
          </div>
        </div>
      ) : null}
      {children}
      <AppFooter procedureHref="/help/how-to-apply" links={[{ href: '/help', label: t('nav.materials') }]} />
    </>
  );
}
