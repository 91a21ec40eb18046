import { CalendarCheck, Eye, FileUp, MapPin } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PublicShellDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Link } from '@/ui/kit/link';
import { LanguageButton } from '@/ui/shell/language-button';
import { Logo } from '@/ui/shell/logo';
import { SightButton } from '@/ui/shell/sight-button';
import { chooseRegion } from './actions';

/** The pages before the cabinet: the region on squared paper at the left, one task at the right. */
export async function EntranceFrame({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const [t, shell, { region, regions }] = await Promise.all([
    getTranslations('auth'),
    getTranslations('shell'),
    query(PublicShellDocument, {}),
  ]);
  const width = wide ? 'w-full max-w-[40rem] mx-auto' : 'w-full max-w-[26rem] mx-auto';
  const facts = [
    { id: 'anyDay', icon: <CalendarCheck /> },
    { id: 'files', icon: <FileUp /> },
    { id: 'move', icon: <MapPin /> },
  ] as const;
  return (
    <div className="grid flex-1 md:grid-cols-[minmax(0,9fr)_minmax(0,11fr)]">
      <aside className="ruled relative px-4 py-6 md:px-12 md:py-12 flex flex-col gap-6 md:gap-8">
        <Link className="brand" href="/">
          <Logo />
          <span>
            <b>{shell('product')}</b>
            <span className="text-text-2">{shell('tagline')}</span>
          </span>
        </Link>
        <div className={`${wide ? 'md:mt-16 md:mb-auto' : 'md:my-auto'} max-w-[30rem] min-w-0`}>
          {region ? (
            <>
              <p className="font-semibold text-text-2 mb-2 hidden md:block">{t('region')}</p>
              <p className="text-[1.75rem] md:text-[2.5rem] font-semibold leading-[1.15] tracking-tight text-balance hyphens-auto">
                {region.label}
              </p>
              {regions.length > 1 ? (
                <form action={chooseRegion} className="mt-2">
                  <button type="submit" name="region" value="" className="link-button">
                    {t('otherRegion')}
                  </button>
                </form>
              ) : null}
            </>
          ) : (
            <p className="text-[1.75rem] md:text-[2.5rem] font-semibold leading-[1.15] tracking-tight text-balance">{shell('tagline')}</p>
          )}
          <ul className="mt-9 gap-4 hidden md:grid">
            {facts.map(({ id, icon }) => (
              <li className="flex gap-4" key={id}>
                <span className="size-10 rounded-control grid place-items-center flex-none bg-surface border border-ink-line text-ink">
                  {icon}
                </span>
                <span className="min-w-0">
                  <b className="block">{t(`facts.${id}.title`)}</b>
                  <span className="text-text-2 text-m">{t(`facts.${id}.text`)}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
        {region ? (
          <p className="text-m text-text-2 hidden md:block">
            {t('operator')}: {region.operatorLabel}
            {region.example ? `. ${t('example')}` : null}
          </p>
        ) : null}
      </aside>
      <main id="main" className="bg-surface px-4 py-8 md:px-12 md:py-12 flex flex-col min-w-0">
        <div className={`${width} md:my-auto`}>{children}</div>
        <div className={`${width} mt-10 pt-5 border-t border-line flex flex-wrap gap-x-5 gap-y-2 text-m`}>
          <SightButton className="link-button inline-flex items-center gap-1.5">
            <Eye />
            {shell('sight.title')}
          </SightButton>
          <LanguageButton />
          <Link href="/help">{t('nav.materials')}</Link>
        </div>
      </main>
    </div>
  );
}
