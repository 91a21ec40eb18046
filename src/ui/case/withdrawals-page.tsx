import { FolderOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { WithdrawalsDocument, type WithdrawalsQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatDate } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { Segments } from '@/ui/kit/navigation';
import { ShownOf } from '@/ui/kit/shown-of';
import { CaseActs } from './case-acts';
import { PrintPage } from './print-page';

interface WithdrawalsPageProps {
  /** Start of the addresses of this role. */
  home: string;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Title of the page. */
export async function withdrawalsMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator.withdrawals'))('title') };
}

/** The register of withdrawals: new ones to be settled, and those settled earlier. */
export async function WithdrawalsPage({ home, searchParams }: WithdrawalsPageProps) {
  const settled = (await searchParams).settled === 'yes';
  const [{ withdrawals, withdrawalCount, region }, t] = await Promise.all([
    query(WithdrawalsDocument, { settled }),
    getTranslations('operator.withdrawals'),
  ]);
  const here = `${home}/withdrawals`;
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead')}</p>
        </div>
        <PrintPage label={t('print')} />
      </div>
      <div className="mt-5 no-print">
        <Segments
          label={t('segments')}
          items={[
            { href: here, label: t('new'), current: !settled },
            { href: `${here}?settled=yes`, label: t('settled'), current: settled },
          ]}
        />
      </div>
      <div className="mt-4">
        <Card pad={false}>
          <WithdrawalTable rows={withdrawals} settled={settled} home={home} zone={region?.timezone ?? 'UTC'} />
          <ShownOf shown={withdrawals.length} total={withdrawalCount} />
        </Card>
      </div>
    </main>
  );
}

type Row = WithdrawalsQuery['withdrawals'][number];
const MINE = ['register_withdrawal', 'decline_withdrawal'];

function WithdrawalTable({ rows, settled, home, zone }: { rows: readonly Row[]; settled: boolean; home: string; zone: string }) {
  const t = useTranslations('operator.withdrawals');
  const locale = useLocale();
  const columns: Column<Row>[] = [
    {
      key: 'name',
      head: t('name'),
      lead: true,
      cell: ({ application }) => (
        <>
          <Link className="who" href={`${home}/applications/${application.id}`} aria-label={`${t('open')}: ${application.fullName}`}>
            {application.fullName}
          </Link>
          <span className="sub">{[application.position?.label, application.organisation?.name].filter(Boolean).join(', ')}</span>
        </>
      ),
    },
    {
      key: 'reason',
      head: t('reason'),
      cell: ({ reason, declineReason }) => (
        <>
          <span className="wrap-anywhere">{reason}</span>
          {declineReason ? <span className="sub">{t('declined', { reason: declineReason })}</span> : null}
        </>
      ),
    },
    { key: 'sent', head: t('sent'), cell: ({ sentAt }) => (sentAt ? formatDate(sentAt, locale, zone) : '') },
    settled
      ? { key: 'decided', head: t('decided'), cell: ({ decidedAt }) => (decidedAt ? formatDate(decidedAt, locale, zone) : '') }
      : {
          key: 'acts',
          head: '',
          cell: ({ application: { id, fullName, viewerActions } }) => (
            <CaseActs
              size="s"
              acts={viewerActions.filter(({ action }) => MINE.includes(action)).map((act) => ({ ...act, closedBy: [] }))}
              subject={{ id, fullName, ...NOTHING }}
            />
          ),
        },
    { key: 'status', head: t('status'), cell: ({ statusLabel, statusTone }) => <Chip tone={statusTone as Tone}>{statusLabel}</Chip> },
  ];
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={({ application }) => application.id}
      columns={columns}
      empty={
        <EmptyState icon={<FolderOpen />} title={t(settled ? 'emptySettled' : 'empty')}>
          {t('emptyText')}
        </EmptyState>
      }
    />
  );
}

/** What other acts of a case would want to know; these two want nothing. */
const NOTHING = {
  organisation: '',
  returnReasons: [],
  refusalReasons: [],
  finalStep: '',
  present: null,
  tie: '',
  passed: null,
  knownOrder: null,
};
