import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationPageDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Link } from '@/ui/kit/link';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { InvitationForm } from './invitation-form';

export async function generateMetadata(): Promise<Metadata> {
  // The address carries a key: no other site gets to see it. (no-referrer would also hide from our own server where a form comes from.)
  return { title: (await getTranslations('auth'))('invitation.title'), referrer: 'same-origin' };
}

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  const [t, { invitation, closedLink }] = await Promise.all([getTranslations('auth'), query(InvitationPageDocument, { token })]);
  return (
    <EntranceFrame>
      {invitation ? (
        <ClientMessages namespaces={['auth']}>
          <InvitationForm token={token} offer={invitation} />
        </ClientMessages>
      ) : (
        <>
          <h1>{t('invitation.closed')}</h1>
          {closedLink ? <p className="lead">{closedLink.message}</p> : null}
          <p className={closedLink ? undefined : 'lead'}>{t('invitation.closedText')}</p>
          <p className="mt-5">
            <Link href="/sign-in">{t('access.toSignIn')}</Link>
          </p>
        </>
      )}
    </EntranceFrame>
  );
}
