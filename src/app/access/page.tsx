import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { AccessForm } from './access-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('access.title') };
}

export default async function AccessPage() {
  const { region } = await query(AccessDocument, {});
  if (!region) redirect('/');
  if (region.teacherAccountMode !== 'email_credentials') redirect('/sign-in');
  const mailbox = process.env.DEMO === '1' ? (process.env.MAILBOX_URL ?? null) : null;
  return (
    <EntranceFrame>
      <ClientMessages namespaces={['auth']}>
        <AccessForm days={region.credentialsValidDays ?? null} mailbox={mailbox} />
      </ClientMessages>
    </EntranceFrame>
  );
}
