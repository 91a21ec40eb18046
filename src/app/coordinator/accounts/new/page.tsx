import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IssueScreen } from '@/ui/accounts/issue-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('accounts.issue') };
}

export default function IssueAccountPage() {
  return <IssueScreen segment="coordinator" />;
}
