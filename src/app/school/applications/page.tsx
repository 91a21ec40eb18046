import { Users } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type ApplicationFilter, SchoolApplicationsDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { LinkButton } from '@/ui/kit/link-button';
import { Pager, Segments } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { SchoolTable } from '../school-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('school.list'))('title') };
}

const ANSWERS: Record<string, ApplicationFilter> = {
  waiting: { employerConfirmation: ['ASKED', 'REMINDED', 'ESCALATED'], open: true },
  disputed: { employerConfirmation: ['DISPUTED'], open: true },
  confirmed: { employerConfirmation: ['CONFIRMED', 'PAPER_CONFIRMED'] },
};
const SEGMENTS = ['waiting', 'disputed', 'confirmed', 'all'] as const;

interface Params {
  answer?: string;
  search?: string;
  after?: string;
}

export default async function SchoolApplicationsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { answer: wanted, search = '', after } = await searchParams;
  const answer = SEGMENTS.find((segment) => segment === wanted) ?? 'waiting';
  const filter = { ...ANSWERS[answer], ...(search.trim() && { search: search.trim() }) };
  const [found, t] = await Promise.all([
    query(SchoolApplicationsDocument, { filter, sort: 'NAME_ASC', after: after ?? null }),
    getTranslations('school.list'),
  ]);
  const { edges, totalCount, pageInfo } = found.applications;
  const href = (extra: Params) => `/school/applications?${new URLSearchParams({ answer, ...(search && { search }), ...extra })}`;
  return (
    <main id="main" className="wrap-wide page">
      <h1>{t('title')}</h1>
      <div className="mt-5">
        <Segments
          label={t('segments')}
          items={SEGMENTS.map((segment) => ({
            href: `/school/applications?answer=${segment}`,
            label: t(`segment.${segment}`),
            current: segment === answer,
            ...(segment !== 'all' && { count: found[segment].totalCount }),
          }))}
        />
      </div>
      <div className="mt-4">
        <ClientMessages>
          <FilterBar
            action="/school/applications"
            search={{ name: 'search', label: t('search'), value: search }}
            keep={{ answer }}
            shown={edges.length}
            total={totalCount}
          />
        </ClientMessages>
      </div>
      <div className="card mt-4">
        <SchoolTable
          caption={t(`segment.${answer}`)}
          zone={found.region?.timezone ?? 'UTC'}
          rows={edges.map((edge) => edge.node)}
          empty={
            <EmptyState
              icon={<Users />}
              title={search ? t('nobody', { search }) : t(`empty.${answer}`)}
              actions={search ? <LinkButton href={`/school/applications?answer=${answer}`}>{t('reset')}</LinkButton> : undefined}
            >
              {search ? null : t('emptyText')}
            </EmptyState>
          }
        />
        <Pager
          {...(pageInfo.hasNextPage && pageInfo.endCursor ? { nextHref: href({ after: pageInfo.endCursor }) } : {})}
          {...(after ? { previousHref: href({}) } : {})}
        />
      </div>
    </main>
  );
}
