import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AdminAuditDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { DataTable } from '@/ui/kit/data-table';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatMoment } from '@/ui/kit/format';
import { Pager } from '@/ui/kit/navigation';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('audit.title') };
}

/** The audit log of the region, newest first. */
export default async function AdminAudit({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const [t, locale, data] = await Promise.all([getTranslations('admin'), getLocale(), query(AdminAuditDocument, { after: after ?? null })]);
  const zone = data.region?.timezone ?? 'UTC';
  const { edges, pageInfo } = data.auditEntries;
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p className="lead">{t('audit.lead')}</p>
        </div>
      </div>
      <Card pad={false}>
        <DataTable
          caption={t('audit.title')}
          captionHidden
          rows={edges.map((edge) => edge.node)}
          rowKey={(entry) => entry.id}
          columns={[
            { key: 'action', head: t('audit.action'), lead: true, cell: (entry) => <code>{entry.action}</code> },
            { key: 'at', head: t('audit.at'), cell: (entry) => formatMoment(entry.at, locale, zone) },
            { key: 'who', head: t('audit.who'), cell: (entry) => entry.accountName ?? t('audit.system') },
            { key: 'role', head: t('audit.role'), cell: (entry) => entry.role ?? '—' },
            {
              key: 'object',
              head: t('audit.object'),
              whole: true,
              cell: (entry) => (
                <>
                  {entry.objectType} <span className="sub">{entry.objectId}</span>
                </>
              ),
            },
          ]}
          empty={
            <EmptyState icon={<ScrollText />} title={t('audit.none')}>
              {t('audit.noneWhy')}
            </EmptyState>
          }
        />
      </Card>
      {(pageInfo.hasNextPage || pageInfo.hasPreviousPage) && (
        <Pager
          {...(pageInfo.hasPreviousPage && { previousHref: '/admin/audit' })}
          {...(pageInfo.hasNextPage && { nextHref: `/admin/audit?after=${pageInfo.endCursor}` })}
        >
          {t('audit.page', { count: edges.length })}
        </Pager>
      )}
    </main>
  );
}
