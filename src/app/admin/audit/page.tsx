import { Download, ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AdminAuditDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { formatDateWithWeekday } from '@/ui/kit/format';
import { Pager, Segments } from '@/ui/kit/navigation';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { foldLines } from './fold';
import { addressOf, datesOf, daysOf, filterOf, groupsOf, paramsOf, readSearch, SPANS } from './search';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('audit.title') };
}

/** The trail of acts in the region, newest first, in words; every filter is in the address. */
export default async function AdminAudit({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const search = readSearch(paramsOf(await searchParams));
  const [t, locale] = await Promise.all([getTranslations('admin'), getLocale()]);
  const data = await query(AdminAuditDocument, { after: search.after ?? null, filter: filterOf(search) });
  const zone = data.region?.timezone ?? 'UTC';
  const { edges, pageInfo } = data.auditEntries;
  // Saves are one line within a day; the table has a heading for each.
  const dayOf = (at: string) => formatDateWithWeekday(at, locale, zone);
  const lines = foldLines(edges.map(({ node }) => ({ ...node, foldKey: node.foldKey && `${dayOf(node.at)} ${node.foldKey}` })));
  const days = daysOf(search);
  const dates = datesOf(search);
  const groups = groupsOf(search);
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
              href: addressOf('/admin/audit', { ...search, days: span, from: '', to: '' }),
              current: !dates && days === span,
            }))}
          />
        </div>
        <FilterBar
          action="/admin/audit"
          search={{ name: 'q', label: t('audit.search'), value: search.q ?? '' }}
          keep={{ days }}
          narrowed={Boolean(search.person || search.number || dates || groups.length > 0)}
          shown={edges.length}
        >
          <AuditFilters search={search} groups={data.auditGroups} chosen={groups} />
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
