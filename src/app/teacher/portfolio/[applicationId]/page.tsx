import { FolderOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatFileSize } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { loadPortfolio, type Portfolio, recordsOf, takesFiles } from './load-portfolio';
import { LockedPortfolio } from './locked-portfolio';
import { PortfolioEditor } from './portfolio-editor';
import { OfflineStrip, SavedLine } from './upload-status';

type Params = Promise<{ applicationId: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { application } = await loadPortfolio((await params).applicationId);
  const t = await getTranslations('portfolio.closed');
  return { title: application?.portfolio?.title ?? t('noneTitle') };
}

export default async function PortfolioPage({ params }: { params: Params }) {
  const { applicationId } = await params;
  const [{ application, zone }, t] = await Promise.all([loadPortfolio(applicationId), getTranslations('portfolio')]);
  if (!application) return notFound();
  const { portfolio } = application;
  const home = `/teacher?application=${applicationId}`;
  return (
    <ClientMessages namespaces={['portfolio']}>
      <OfflineStrip />
      <main id="main" className="wrap page">
        <Breadcrumbs items={[{ href: home, label: t('page.home') }, { label: portfolio?.title ?? t('closed.noneTitle') }]} />
        {portfolio ? (
          <>
            <Head applicationId={applicationId} portfolio={portfolio} />
            {portfolio.editable ? (
              <PortfolioEditor applicationId={applicationId} portfolio={portfolio} zone={zone} />
            ) : (
              <LockedPortfolio portfolio={portfolio} applicationLabel={application.statusLabel} zone={zone} />
            )}
          </>
        ) : (
          <Card pad={false}>
            <EmptyState
              level={1}
              icon={<FolderOpen />}
              title={t('closed.noneTitle')}
              actions={<LinkButton href={`/teacher/applications/${applicationId}`}>{t('closed.toApplication')}</LinkButton>}
            >
              {t('closed.none')}
            </EmptyState>
          </Card>
        )}
      </main>
    </ClientMessages>
  );
}

/** Share of the case's room from which on it is said how much is left. */
const NEARLY_FULL = 0.8;

/** Title by position, status in the region's words, the limits of files. */
async function Head({ applicationId, portfolio }: { applicationId: string; portfolio: Portfolio }) {
  const [t, locale] = await Promise.all([getTranslations('portfolio.page'), getLocale()]);
  const size = formatFileSize(portfolio.maxBytes, locale);
  const files = portfolio.sections.some((section) => section.indicators.some(takesFiles));
  return (
    <div className="page-head">
      <div>
        <div className="title-line">
          <h1>{portfolio.title}</h1>
          <Chip tone={portfolio.statusTone as Tone}>{portfolio.statusLabel}</Chip>
        </div>
        {portfolio.editable && !files ? <p className="lead text-m">{t('saves')}</p> : null}
        {portfolio.editable && files ? (
          <p className="lead text-m">
            {t('limits', { size, extensions: portfolio.extensions.join(', '), count: portfolio.filesPerIndicator })} {t('check')}{' '}
            <Link href="/help/good-file">{t('goodFile')}</Link>
          </p>
        ) : null}
        {portfolio.editable && portfolio.usedBytes >= NEARLY_FULL * portfolio.quotaBytes ? (
          <p className="lead text-m">
            {t('room', { used: formatFileSize(portfolio.usedBytes, locale), all: formatFileSize(portfolio.quotaBytes, locale) })}
          </p>
        ) : null}
      </div>
      {portfolio.editable ? <SavedLine applicationId={applicationId} records={recordsOf(portfolio)} /> : null}
    </div>
  );
}
