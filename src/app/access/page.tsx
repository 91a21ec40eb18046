import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { wayIn } from '@/domain/wayIn';
import { AccessDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { demoMailbox } from '@/ui/session/demo-mailbox';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { AccessForm } from './access-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('access.title') };
}

export default async function AccessPage() {
  const { region } = await query(AccessDocument, {});
  if (!region) redirect('/');
  const way = wayIn(region.teacherAccountMode);
  if (way?.way !== 'email') redirect(way?.href ?? '/sign-in');
  return (
    <EntranceFrame>
      <ClientMessages namespaces={['auth']}>
        <AccessForm days={region.credentialsValidDays ?? null} mailbox={demoMailbox()} />
      </ClientMessages>
    </EntranceFrame>
  );
}
