import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { ConfirmForm } from './confirm-form';

export async function generateMetadata(): Promise<Metadata> {
  // The address carries a key: no other site gets to see it. (no-referrer would also hide from our own server where a form comes from.)
  return { title: (await getTranslations('auth'))('confirmEmail.title'), referrer: 'same-origin' };
}

export default async function ConfirmEmailPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams;
  return (
    <EntranceFrame>
      <ClientMessages namespaces={['auth']}>
        <ConfirmForm token={token} />
      </ClientMessages>
    </EntranceFrame>
  );
}
