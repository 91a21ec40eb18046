import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffStartPage } from '@/ui/case/staff-start-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator.start'))('title') };
}

export default function StartPage() {
  return <StaffStartPage home="/operator" />;
}
