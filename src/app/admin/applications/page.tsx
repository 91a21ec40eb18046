import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CaseListPage } from '@/ui/case/case-list-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator.list'))('title') };
}

export default function ApplicationsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <CaseListPage home="/admin" searchParams={searchParams} />;
}
