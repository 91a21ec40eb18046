import { Download, ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AdminAuditDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { Pager, Segments } from '@/ui/kit/navigation';
import { AuditTable } from './audit-table';
import { foldLines } from './fold';
import { type AuditSearch, addressOf, daysOf, filterOf, SPANS } from './search';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('audit.title') };
}

/** The trail of acts in the region, newest first, in words; every filter is in the address. */
export default async function AdminAudit({ searchParams }: { searchParams: Promise<AuditSearch> }) {
  const search = await searchParams;
  const [t, locale] = await Promise.all([getTranslations('admin'), getLocale()]);
  const data = await query(AdminAuditDocument, { after: search.after ?? null, filter: filterOf(search) });
  const zone = data.region?.timezone ?? 'UTC';
  const { edges, pageInfo } = data.auditEntries;
  const lines = foldLines(edges.map((edge) => edge.node));
  const days = daysOf(search);
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p className="lead">{t('audit.lead')}</p>
        </div>
        <a className="btn btn-primary" href={addressOf('/admin/audit/export', search)} download>
          <Download aria-hidden />
          {t('audit.export')}
        </a>
      </div>
      <div className="mt-4 mb-3 grid gap-3">
        <div>
          <Segments
            label={t('audit.days')}
            items={SPANS.map((span) => ({
              label: t(`audit.span.${span}`),
              href: addressOf('/admin/audit', { ...search, days: span, day: undefined }),
              current: !search.day && days === span,
            }))}
          />
        </div>
        <FilterBar
          action="/admin/audit"
          search={{ name: 'q', label: t('audit.search'), value: search.q ?? '' }}
          filters={[{ name: 'group', label: t('audit.group'), value: search.group ?? '', options: data.auditGroups }]}
          keep={{ days }}
          shown={edges.length}
        >
          <label className="pill">
            <span>{t('audit.day')}: </span>
            <input type="date" name="day" defaultValue={search.day ?? ''} key={search.day ?? ''} />
          </label>
        </FilterBar>
      </div>
      <Card pad={false}>
        {lines.length > 0 ? (
          <AuditTable lines={lines} locale={locale} zone={zone} />
        ) : (
          <EmptyState icon={<ScrollText />} title={t('audit.none')}>
            {t('audit.noneWhy')}
          </EmptyState>
        )}
      </Card>
      {(pageInfo.hasNextPage || pageInfo.hasPreviousPage) && (
        <Pager
          {...(pageInfo.hasPreviousPage && { previousHref: addressOf('/admin/audit', search) })}
          {...(pageInfo.hasNextPage && { nextHref: addressOf('/admin/audit', search, pageInfo.endCursor) })}
        >
          {t('audit.page', { count: edges.length })}
        </Pager>
      )}
    </main>
  );
}
