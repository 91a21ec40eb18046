import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmEmailPageDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Link } from '@/ui/kit/link';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { ConfirmForm } from './confirm-form';
import { ConfirmedScreen } from './confirmed-screen';

export async function generateMetadata(): Promise<Metadata> {
  // The address carries a key: no other site gets to see it. (no-referrer would also hide from our own server where a form comes from.)
  return { title: (await getTranslations('auth'))('confirmEmail.title'), referrer: 'same-origin' };
}

export default async function ConfirmEmailPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  const [t, { emailConfirmation, closedLink }] = await Promise.all([getTranslations('auth'), query(ConfirmEmailPageDocument, { token })]);
  return (
    <EntranceFrame>
      {emailConfirmation ? (
        <ClientMessages namespaces={['auth']}>
          <ConfirmForm token={token} {...emailConfirmation} />
        </ClientMessages>
      ) : closedLink?.code === 'ALREADY_CONFIRMED' ? (
        <ConfirmedScreen />
      ) : (
        <>
          <h1>{t('confirmEmail.closed')}</h1>
          {closedLink ? <p className="lead">{closedLink.message}</p> : null}
          <p className={closedLink ? undefined : 'lead'}>{t('confirmEmail.closedText')}</p>
          <p className="mt-5">
            <Link href="/sign-in">{t('access.toSignIn')}</Link>
          </p>
        </>
      )}
    </EntranceFrame>
  );
}
