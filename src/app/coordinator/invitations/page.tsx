import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationsScreen } from '@/ui/accounts/invitations-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('invite.title') };
}

export default function InvitationsPage() {
  return <InvitationsScreen />;
}
