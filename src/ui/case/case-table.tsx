import { UserX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { isIn, SEATED } from '@/domain/case/groups';
import { type FragmentType, readFragment } from '@/gql';
import { type CaseRow_ApplicationFragment, CaseRow_ApplicationFragmentDoc, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { termWords } from '@/ui/application/term';
import { ExpertPicker } from '@/ui/experts/expert-picker';
import { Chip, type Tone } from '@/ui/kit/chip';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { dayToInstant, formatTableDate, shortName } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { ClientMessages } from '@/ui/shell/client-messages';
import { type CaseListParams, hrefOf } from './case-filters';

interface CaseTableProps {
  cases: readonly FragmentType<typeof CaseRow_ApplicationFragmentDoc>[];
  home: string;
  zone: string;
  caption: string;
  /** Parameters of the list: its heads then sort. */
  params?: CaseListParams;
}

/** Cases in rows: who, for what, where it stands, what is awaited. */
export function CaseTable({ cases, home, zone, caption, params }: CaseTableProps) {
  const t = useTranslations('operator.list');
  const rows = readFragment(CaseRow_ApplicationFragmentDoc, cases);
  const sort = (key: string) =>
    params && {
      sortHref: hrefOf(`${home}/applications`, params, { sort: key }),
      ...(params.sort === key && { sorted: key === 'changed' ? ('descending' as const) : ('ascending' as const) }),
    };
  const columns: Column<CaseRow_ApplicationFragment>[] = [
    {
      key: 'name',
      head: t('person'),
      lead: true,
      width: 'w-1/5',
      ...sort('name'),
      cell: (row) => (
        <>
          <Link className="who" href={`${home}/applications/${row.id}`}>
            {row.fullName}
          </Link>
          <span className="sub">{[row.position?.label, row.organisation?.name].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'category', head: t('category'), cell: (row) => row.category?.label },
    { key: 'number', head: t('number'), ...sort('number'), cell: (row) => <span className="nb">{row.number}</span> },
    {
      key: 'status',
      head: t('status'),
      width: 'w-[15%]',
      ...sort('changed'),
      cell: (row) => (
        <>
          <Chip tone={row.statusTone as Tone}>{row.statusLabel}</Chip>
          <span className="sub">
            {row.whoseMove[0] ? `${row.whoseMove[0].yours ? t('yours') : t('turn', { role: row.whoseMove[0].roleLabel })}, ` : ''}
            {t('since', { date: formatTableDate(row.statusChangedAt, zone) })}
          </span>
        </>
      ),
    },
    {
      key: 'employer',
      head: t('employer'),
      cell: (row) =>
        row.employerConfirmation ? (
          <Chip tone={row.employerConfirmation.statusTone as Tone}>{row.employerConfirmation.statusLabel}</Chip>
        ) : null,
    },
    {
      key: 'portfolio',
      head: t('portfolio'),
      cell: (row) => (row.portfolio ? <Chip tone={row.portfolio.statusTone as Tone}>{row.portfolio.statusLabel}</Chip> : null),
    },
    { key: 'experts', head: t('experts'), cell: (row) => <Experts row={row} /> },
    { key: 'term', head: t('term'), width: 'w-[11%]', ...sort(''), cell: (row) => <Term row={row} /> },
  ];
  // A region whose schools are not asked, or that has no portfolio, has no column for them.
  const has: Record<string, boolean> = {
    employer: rows.some((row) => row.employerConfirmation),
    portfolio: rows.some((row) => row.portfolio),
  };
  const shown = columns.filter((column) => has[column.key] ?? true);
  return (
    <ClientMessages namespaces={['expert']}>
      <DataTable caption={caption} captionHidden rows={rows} rowKey={(row) => row.id} columns={shown} />
    </ClientMessages>
  );
}

/** Names of those at work, a place for the next one where the viewer may appoint. */
function Experts({ row }: { row: CaseRow_ApplicationFragment }) {
  const t = useTranslations('operator.list');
  const working = row.assignments.filter((a) => isIn(a.status, SEATED));
  const lost = row.assignments.filter((a) => a.conflictOpen);
  const appoint = row.viewerActions.find((act) => act.action === 'appoint_experts' && act.open);
  const wanted = appoint !== undefined && working.length < row.expertsMin;
  return (
    <div className="flex flex-wrap gap-1.5 items-center">
      {working.map((a) => (
        <Chip key={a.id} tone={a.statusTone as Tone}>
          {a.expertName ? shortName(a.expertName) : t('expert', { no: a.no })}
        </Chip>
      ))}
      {lost.map((a) => (
        <Chip key={a.id} tone="danger" icon={<UserX />}>
          {t('lost', { name: a.expertName ? shortName(a.expertName) : '' })}
        </Chip>
      ))}
      {wanted ? <ExpertPicker applicationId={row.id} missing={row.expertsMin - working.length} /> : null}
      {working.length === 0 && lost.length === 0 && !wanted ? <span className="muted">{t('noExperts')}</span> : null}
    </div>
  );
}

/** The soonest term that still matters. */
function Term({ row }: { row: CaseRow_ApplicationFragment }) {
  const locale = useLocale();
  const [term] = readFragment(Term_DeadlineFragmentDoc, row.deadlines).filter((d) => d.status !== 'PAUSED');
  if (!term) return <span className="muted">—</span>;
  const words = termWords(term, locale, 'UTC');
  return (
    <>
      <span className="nb">{formatTableDate(dayToInstant(term.untilDate))}</span>
      <span className={words.tone === 'danger' ? 'sub text-danger!' : words.tone === 'warn' ? 'sub text-warn!' : 'sub'} title={term.label}>
        {words.left}
        <span className="vh">, {term.label}</span>
      </span>
    </>
  );
}
