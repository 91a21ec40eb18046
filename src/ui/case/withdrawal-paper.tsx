import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { WithdrawalPaperDocument, type WithdrawalPaperQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { BackLink } from '@/ui/kit/navigation';
import { PrintPage } from './print-page';

/** Title of the page. */
export async function withdrawalPaperMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acts.withdrawal'))('title') };
}

/** The withdrawal as it is printed and signed by hand; `home` is the start of the addresses of the role. */
export async function WithdrawalPaperPage({ id, home }: { id: string; home: string }) {
  const { application, region } = await query(WithdrawalPaperDocument, { id });
  if (!application?.withdrawal) return notFound();
  const commission = region?.commissionLabel ?? '';
  return <WithdrawalPaper application={application} commission={commission} backHref={`${home}/applications/${id}#withdrawal`} />;
}

interface WithdrawalPaperProps {
  application: NonNullable<WithdrawalPaperQuery['application']>;
  commission: string;
  backHref: string;
}

function WithdrawalPaper({ application, commission, backHref }: WithdrawalPaperProps) {
  const t = useTranslations('acts.withdrawal');
  const { number, fullName, position, category, organisation } = application;
  const work = [position?.label, organisation?.name].filter(Boolean).join(', ');
  const author = application.withdrawal?.author;
  const about = { number: number ?? 'none', category: category?.label ?? 'none' };
  return (
    <main id="main" className="wrap page">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 no-print">
        <BackLink href={backHref}>{t('paper.back')}</BackLink>
        <PrintPage label={t('paper.print')} />
      </div>
      <article className="card card-pad mt-5 grid gap-6 max-w-[46rem]">
        <div className="grid gap-1 justify-self-end text-right max-w-[26rem]">
          <p>{t('paper.to', { commission })}</p>
          <p>{t('paper.from', { name: author?.fullName ?? fullName })}</p>
          <p>{author?.roleLabel ?? work}</p>
        </div>
        <h1 className="text-h2 text-center">{t('paper.heading')}</h1>
        <p>{author ? t('paper.textOfAnother', { ...about, name: fullName, work }) : t('paper.text', about)}</p>
        <p className="whitespace-pre-line wrap-anywhere">
          {t('reason')}: {application.withdrawal?.reason}
        </p>
        <div className="flex flex-wrap justify-between gap-6 mt-6">
          <p>{t('paper.date')}: ____________________</p>
          <p>{t('paper.signature')}: ____________________</p>
        </div>
      </article>
    </main>
  );
}
