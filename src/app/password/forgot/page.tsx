import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { ClientMessages } from '@/ui/shell/client-messages';
import { ForgotForm } from './forgot-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('forgotten.title') };
}

export default function ForgotPasswordPage() {
  return (
    <EntranceFrame>
      <ClientMessages namespaces={['auth']}>
        <ForgotForm />
      </ClientMessages>
    </EntranceFrame>
  );
}
