import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signInPath } from '@/server/api';
import { currentSession } from '@/server/session';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { safeNext } from '@/ui/session/next-path';
import { ClientMessages } from '@/ui/shell/client-messages';
import { NewPasswordForm } from './new-password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('choose.title') };
}

/** The first thing after a one-time password. */
export default async function ChoosePasswordPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [search, session, t] = await Promise.all([searchParams, currentSession(), getTranslations('auth')]);
  if (!session) redirect(signInPath('/password'));
  if (!session.mustChoosePassword) redirect('/account');
  return (
    <EntranceFrame>
      <h1>{t('choose.title')}</h1>
      <p className="lead">{t.rich('choose.lead', { login: session.login, b: (words) => <b className="nb">{words}</b> })}</p>
      <ClientMessages namespaces={['auth']}>
        <NewPasswordForm next={safeNext(search.next) ?? ''} login={session.login} />
      </ClientMessages>
    </EntranceFrame>
  );
}
