import { Users } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SchoolApplicationsDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { LinkButton } from '@/ui/kit/link-button';
import { Pager, Segments } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { answerFilters, schoolRule } from '../rule';
import { SchoolTable } from '../school-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('school.list'))('title') };
}

const ANSWERS = ['waiting', 'disputed', 'confirmed'] as const;

interface Params {
  answer?: string;
  search?: string;
  after?: string;
}

export default async function SchoolApplicationsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { answer: wanted, search = '', after } = await searchParams;
  const { asks } = await schoolRule();
  const mode = asks ?? 'confirm_facts';
  const filters = answerFilters(mode);
  // Where the school keeps cards nothing is asked in a case: there is one list.
  const state = asks ? (ANSWERS.find((one) => one === wanted) ?? (wanted === 'all' ? null : 'waiting')) : null;
  const answer = state ?? 'all';
  const filter = { ...(state && filters[state]), ...(search.trim() && { search: search.trim() }) };
  const [found, t, m] = await Promise.all([
    query(SchoolApplicationsDocument, { filter, sort: 'TERM_ASC', after: after ?? null, ...filters }),
    getTranslations('school.list'),
    getTranslations(`school.mode.${mode}`),
  ]);
  const { edges, totalCount, pageInfo } = found.applications;
  const href = (extra: Params) => `/school/applications?${new URLSearchParams({ answer, ...(search && { search }), ...extra })}`;
  return (
    <main id="main" className="wrap-wide page">
      <h1>{t('title')}</h1>
      {asks ? (
        <div className="mt-5">
          <Segments
            label={t('segments')}
            items={[
              ...ANSWERS.map((one) => ({
                href: `/school/applications?answer=${one}`,
                label: m(`segment.${one}`),
                current: one === state,
                count: found[one].totalCount,
              })),
              { href: '/school/applications?answer=all', label: t('all'), current: state === null },
            ]}
          />
        </div>
      ) : null}
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
          asks={asks !== null}
          caption={state ? m(`segment.${state}`) : t('all')}
          zone={found.region?.timezone ?? 'UTC'}
          rows={edges.map((edge) => edge.node)}
          empty={
            <EmptyState
              icon={<Users />}
              title={search ? t('nobody', { search }) : state ? m(`empty.${state}`) : t('emptyAll')}
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
