import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { SignInDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Notice } from '@/ui/kit/notice';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { safeNext } from '@/ui/session/next-path';
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
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, t, { viewer, region, demoAccounts }] = await Promise.all([
    searchParams,
    getTranslations('auth'),
    query(SignInDocument, {}),
  ]);
  const next = safeNext(search.next) ?? '';
  return (
    <EntranceFrame wide={demoAccounts.length > 0}>
      <h1>{t('signInTitle')}</h1>
      <div className="mt-7 grid gap-5 mb-7 empty:mb-0">
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
        {demoAccounts.length ? (
          <>
            <DemoCards accounts={demoAccounts} next={next} />
            <h2 className="mb-5">{t('byPassword')}</h2>
          </>
        ) : null}
        <div className="max-w-[26rem]">
          <SignInForm login={search.login ?? ''} next={next} look={demoAccounts.length ? 'secondary' : 'primary'} />
        </div>
      </ClientMessages>
      {region?.teacherAccountMode === 'email_credentials' ? (
        <p className="mt-7">
          {t('firstTime')}{' '}
          <Link href="/access" className="font-semibold">
            {t('apply')}
          </Link>
        </p>
      ) : null}
      <p className="mt-2 text-m text-text-2">{t('issued')}</p>
    </EntranceFrame>
  );
}
