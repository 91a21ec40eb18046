import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { ActivateForm } from './activate-form';

export async function generateMetadata(): Promise<Metadata> {
  // The address may carry a code: no other site gets to see it. (no-referrer would also hide from our own server where a form comes from.)
  return { title: (await getTranslations('auth'))('activate.title'), referrer: 'same-origin' };
}

export default async function ActivatePage({ searchParams }: { searchParams: Promise<{ code?: string }> }) {
  const { code = '' } = await searchParams;
  return (
    <EntranceFrame>
      <ClientMessages namespaces={['auth']}>
        <ActivateForm code={code} />
      </ClientMessages>
    </EntranceFrame>
  );
}
