import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountsScreen, type AccountsSearch } from '@/ui/accounts/accounts-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('accounts.title') };
}

export default async function AccountsPage({ searchParams }: { searchParams: Promise<AccountsSearch> }) {
  return <AccountsScreen segment="coordinator" search={await searchParams} />;
}
