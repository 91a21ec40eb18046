import { FolderOpen, SearchX } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { APPLICATION_STATUSES } from '@/domain/procedure/vocabulary';
import { CasesDocument, type CasesQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { dayToInstant, formatDate } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { Pager, Segments } from '@/ui/kit/navigation';
import { type CaseListParams, EMPLOYER, EXPERTS, filterOf, hrefOf, isFiltered, readParams, sortOf, TERMS } from './case-filters';
import { CaseTable } from './case-table';

interface CaseListPageProps {
  /** Start of the addresses of this role, such as «/operator». */
  home: string;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  /** Leave the filter of municipalities away where there is only one. */
  oneMunicipality?: boolean;
}

/** Cases the viewer may see: period, filters, order and page live in the address. */
export async function CaseListPage({ home, searchParams, oneMunicipality }: CaseListPageProps) {
  const params = readParams(await searchParams);
  const [found, t, locale] = await Promise.all([
    query(CasesDocument, { filter: filterOf(params, APPLICATION_STATUSES), sort: sortOf(params), after: params.after || null }),
    getTranslations('operator'),
    getLocale(),
  ]);
  const action = `${home}/applications`;
  const { edges, pageInfo, totalCount } = found.applications;
  const periods = found.meetings
    .filter((m) => m.step === found.commission.steps[0] && (m.applicationCount > 0 || m.id === params.meeting))
    .slice(0, 6);
  const zone = found.region?.timezone ?? 'UTC';
  const filters = [
    { name: 'status', label: t('list.status'), value: params.status, options: await statusOptions(params, found) },
    ...(oneMunicipality
      ? []
      : [
          {
            name: 'municipality',
            label: t('list.municipality'),
            value: params.municipality,
            options: found.municipalities.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]),
    {
      name: 'experts',
      label: t('list.experts'),
      value: params.experts,
      options: EXPERTS.map((value) => ({ value, label: t(`list.expertsIs.${value}`) })),
    },
    ...(found.applicationFacets.employer
      ? [
          {
            name: 'employer',
            label: t('list.employer'),
            value: params.employer,
            options: (['waiting', 'disputed', 'confirmed'] as const).map((key) => ({
              value: EMPLOYER[key],
              label: t(`list.employerIs.${key}`),
            })),
          },
        ]
      : []),
    {
      name: 'term',
      label: t('list.term'),
      value: params.term,
      options: TERMS.map((value) => ({ value, label: t(`list.termIs.${value}`) })),
    },
  ];
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('list.title')}</h1>
          <p className="lead">{t('list.lead')}</p>
        </div>
        {found.applicationFacets.schedule || found.applicationFacets.withdrawals ? (
          <div className="actions">
            {found.applicationFacets.schedule ? <LinkButton href={`${home}/schedule`}>{t('schedule.title')}</LinkButton> : null}
            {found.applicationFacets.withdrawals ? <LinkButton href={`${home}/withdrawals`}>{t('withdrawals.title')}</LinkButton> : null}
          </div>
        ) : null}
      </div>
      {periods.length > 0 ? (
        <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span className="cap">{t('list.period')}</span>
          <Segments
            label={t('list.period')}
            items={[
              { href: hrefOf(action, params, { meeting: '' }), label: t('list.all'), current: !params.meeting },
              ...periods.map((meeting) => ({
                href: hrefOf(action, params, { meeting: meeting.id }),
                label: t('list.meetingOn', { date: formatDate(dayToInstant(meeting.date), locale, 'UTC') }),
                count: meeting.applicationCount,
                current: meeting.id === params.meeting,
              })),
            ]}
          />
        </div>
      ) : null}
      <div className="mt-3">
        <FilterBar
          action={action}
          search={{ name: 'q', label: t('list.search'), value: params.q }}
          filters={filters}
          keep={{ sort: params.sort, meeting: params.meeting }}
          shown={edges.length}
          total={totalCount}
        />
      </div>
      <div className="mt-3">
        <Card pad={false}>
          {edges.length > 0 ? (
            <CaseTable cases={edges.map((edge) => edge.node)} home={home} zone={zone} params={params} caption={t('list.caption')} />
          ) : isFiltered(params) ? (
            <EmptyState
              icon={<SearchX />}
              title={t('list.nothing')}
              actions={<LinkButton href={hrefOf(action, params, EMPTY)}>{t('list.reset')}</LinkButton>}
            >
              {t('list.nothingWhy')}
            </EmptyState>
          ) : (
            <EmptyState icon={<FolderOpen />} title={t('list.empty')}>
              {t('list.emptyWhy')}
            </EmptyState>
          )}
        </Card>
      </div>
      <Pager nextHref={pageInfo.hasNextPage && pageInfo.endCursor ? hrefOf(action, params, { after: pageInfo.endCursor }) : undefined}>
        {params.after ? <Link href={hrefOf(action, params, { after: '' })}>{t('list.toFirst')}</Link> : null}
      </Pager>
    </main>
  );
}

const EMPTY: Partial<CaseListParams> = { q: '', status: '', municipality: '', experts: '', employer: '', term: '', meeting: '' };

/** The region's words; a link may ask for a part of one word, then that part has a line of its own. */
async function statusOptions({ status }: CaseListParams, { applicationStatuses }: CasesQuery) {
  const t = await getTranslations('operator.stage');
  const options = applicationStatuses.map(({ label, count }) => ({ value: label, label: `${label} (${count})` }));
  if (!status || options.some((option) => option.value === status)) return options;
  const asked = status.split(',');
  const named = applicationStatuses.filter((word) => word.statuses.some((s) => asked.includes(s)));
  const words = named.map((word) => word.label);
  // A word that stands for more than was asked for needs its stage said.
  const parts = named.filter((word) => word.statuses.some((s) => !asked.includes(s))).flatMap((word) => word.statuses);
  const stages = asked.filter((s) => parts.some((part) => part === s) && t.has(s as 'READY')).map((s) => t(s as 'READY'));
  return [...options, { value: status, label: [words.join(', '), stages.join(', ')].filter(Boolean).join(': ') || status }];
}
