import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/ui/kit/link-button';
import { PublicHeader } from '@/ui/shell/public-header';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') };
}

/** A missing page and another's page look the same. */
export default function NotFound() {
  const t = useTranslations('shell.notFound');
  return (
    <>
      <PublicHeader />
      <main id="main" className="wrap page">
        <h1>{t('title')}</h1>
        <p className="lead">{t('text')}</p>
        <div className="actions mt-7">
          <LinkButton look="primary" href="/">
            {t('home')}
          </LinkButton>
          <LinkButton look="quiet" href="/sign-in">
            {t('signIn')}
          </LinkButton>
        </div>
      </main>
    </>
  );
}
