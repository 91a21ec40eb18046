import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RegisterPageDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { demoMailbox } from '@/ui/session/demo-mailbox';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { RegisterForm } from './register-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('register.title') };
}

export default async function RegisterPage() {
  const { region } = await query(RegisterPageDocument, {});
  if (!region) redirect('/');
  if (region.teacherAccountMode !== 'self_registration') redirect('/access');
  return (
    <EntranceFrame>
      <ClientMessages namespaces={['auth']}>
        <RegisterForm mailbox={demoMailbox()} />
      </ClientMessages>
    </EntranceFrame>
  );
}
