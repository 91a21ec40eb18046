import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { wayIn } from '@/domain/wayIn';
import { SignInDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { safeNext } from '@/ui/session/next-path';
import { refusalOfPassword, refusalOfPortal } from '@/ui/session/sentences';
import { StatePart } from '@/ui/session/state-part';
import { ClientMessages } from '@/ui/shell/client-messages';
import { DemoCards } from './demo-cards';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signInTitle') };
}

interface Search {
  next?: string;
  login?: string;
  changed?: string;
  /** Code of a refusal of the state's portal, or next-auth's own word that something failed. */
  refused?: string;
  error?: string;
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, t, { viewer, region, demoAccounts }] = await Promise.all([
    searchParams,
    getTranslations('auth'),
    query(SignInDocument, {}),
  ]);
  const next = safeNext(search.next) ?? '';
  const way = region ? wayIn(region.teacherAccountMode)?.way : undefined;
  const viaState = way === 'state';
  const wrong = await refusalOfPassword(search.error);
  const refusal = wrong ? null : await refusalOfPortal(search);
  return (
    <EntranceFrame wide={demoAccounts.length > 0}>
      <h1>{t('signInTitle')}</h1>
      <div className="mt-5 grid gap-5 mb-5 empty:mb-0">
        {wrong ? (
          <Notice tone="danger" role="alert">
            {wrong}
          </Notice>
        ) : null}
        {refusal ? (
          <Notice tone="danger" role="alert" title={t('state.refused')}>
            {refusal}
          </Notice>
        ) : null}
        {search.changed === undefined ? null : (
          <Notice tone="ok" role="status" title={t('reset.done')}>
            {t('reset.doneText')}
          </Notice>
        )}
        {viewer ? (
          <Notice tone="info" title={t('signedIn', { login: viewer.login })}>
            <Link href={next || '/start'}>{t('goOn')}</Link>
          </Notice>
        ) : null}
      </div>
      <ClientMessages namespaces={['auth']}>
        {viaState ? (
          <div className="max-w-[26rem] mb-7">
            <StatePart next={next} look="primary" />
          </div>
        ) : null}
        {viaState ? <h2 className="mb-4">{t('byPassword')}</h2> : null}
        <div className="max-w-[26rem]">
          <SignInForm login={search.login ?? ''} next={next} way={way ?? null} look={viaState ? 'secondary' : 'primary'} />
        </div>
      </ClientMessages>
      {way && way !== 'state' ? (
        <p className="mt-7">
          {t('firstTime')}{' '}
          <Link href={wayIn(region?.teacherAccountMode ?? '')?.href ?? '/'} className="font-semibold">
            {t(`way.${way}`)}
          </Link>
        </p>
      ) : null}
      <p className="mt-2 text-m text-text-2">{t('issued')}</p>
      {demoAccounts.length ? (
        <ClientMessages namespaces={['auth']}>
          <DemoCards accounts={demoAccounts} next={next} />
        </ClientMessages>
      ) : null}
    </EntranceFrame>
  );
}
