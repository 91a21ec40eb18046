import { UserPlus, Users } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmployeesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { LinkButton } from '@/ui/kit/link-button';
import { Pager, Segments } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { schoolRule } from '../rule';
import { EmployeeTable } from './employee-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('school.employees'))('title') };
}

interface Params {
  search?: string;
  waiting?: string;
  after?: string;
}

export default async function EmployeesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { search = '', waiting, after } = await searchParams;
  const { keepsCards, role } = await schoolRule();
  if (!keepsCards) return notFound();
  const only = waiting === '1';
  const [found, t] = await Promise.all([
    query(EmployeesDocument, { search: search.trim() || null, waiting: only, after: after ?? null }),
    getTranslations('school.employees'),
  ]);
  const { edges, pageInfo } = found.employees;
  const href = (extra: Params) =>
    `/school/employees?${new URLSearchParams({ ...(only && { waiting: '1' }), ...(search && { search }), ...extra })}`;
  return (
    <main id="main" className="wrap-wide page">
      <div className="title-line">
        <h1>{t('title')}</h1>
        {role === 'SCHOOL_HR' ? (
          <LinkButton look="primary" href="/school/employees/new" icon={<UserPlus />}>
            {t('add')}
          </LinkButton>
        ) : null}
      </div>
      <div className="mt-5">
        <Segments
          label={t('segments')}
          items={[
            { href: '/school/employees', label: t('all'), current: !only },
            { href: '/school/employees?waiting=1', label: t(role === 'SCHOOL_HR' ? 'toConfirm' : 'toCheck'), current: only },
          ]}
        />
      </div>
      <div className="mt-4">
        <ClientMessages>
          <FilterBar
            action="/school/employees"
            search={{ name: 'search', label: t('search'), value: search }}
            keep={only ? { waiting: '1' } : {}}
            shown={edges.length}
          />
        </ClientMessages>
      </div>
      <div className="card mt-4">
        <EmployeeTable
          caption={t('title')}
          captionHidden
          zone={found.region?.timezone ?? 'UTC'}
          rows={edges.map((edge) => edge.node)}
          empty={
            <EmptyState icon={<Users />} title={search ? t('nobody', { search }) : t(only ? 'noneWaiting' : 'none')}>
              {search ? null : t(only ? 'noneWaitingText' : 'noneText')}
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
