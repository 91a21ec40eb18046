import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { WithdrawalPaperDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { WithdrawalPaper } from '@/ui/case/withdrawal-paper';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acts.withdrawal'))('title') };
}

export default async function WithdrawalPaperPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { application, region } = await query(WithdrawalPaperDocument, { id });
  if (!application?.withdrawal) return notFound();
  return (
    <WithdrawalPaper
      application={application}
      reason={application.withdrawal.reason}
      commission={region?.commissionLabel ?? ''}
      backHref={`/teacher/applications/${id}#withdrawal`}
    />
  );
}
