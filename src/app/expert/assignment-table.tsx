import { useLocale, useTranslations } from 'next-intl';
import { sentence, termWords } from '@/ui/application/term';
import { Chip, type Tone } from '@/ui/kit/chip';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { formatTableDate } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { type Assignment, termOf, waits } from './assignments';

interface AssignmentTableProps {
  assignments: readonly Assignment[];
  zone: string;
  closed: boolean;
}

/** The expert's cases: whose, for what, until when, how far. */
export function AssignmentTable({ assignments, zone, closed }: AssignmentTableProps) {
  const t = useTranslations('expert.home');
  const columns: Column<Assignment>[] = [
    { key: 'who', head: t('who'), lead: true, width: 'w-2/5', cell: (row) => <Who assignment={row} /> },
    { key: 'category', head: t('category'), cell: (row) => row.application?.category?.label ?? '—' },
    closed
      ? { key: 'ended', head: t('ended'), cell: (row) => endedOn(row, zone) }
      : { key: 'term', head: t('term'), cell: (row) => <Term assignment={row} zone={zone} /> },
    {
      key: 'progress',
      head: t('progress'),
      cell: (row) => (row.criteriaCount > 0 ? t('progressOf', { done: row.scored, all: row.criteriaCount }) : '—'),
    },
    {
      key: 'status',
      head: t('status'),
      cell: (row) => (
        <>
          <Chip tone={row.statusTone as Tone}>{row.statusLabel}</Chip>
          {row.reason ? <span className="sub">{row.reason}</span> : null}
        </>
      ),
    },
  ];
  return (
    <div className="card">
      <DataTable
        caption={closed ? t('closedCaption') : t('caption')}
        captionHidden
        columns={columns}
        rows={assignments}
        rowKey={(row) => row.id}
      />
    </div>
  );
}

function Who({ assignment }: { assignment: Assignment }) {
  const t = useTranslations('expert.home');
  const { application } = assignment;
  const number = t('number', { number: assignment.applicationNumber ?? '' });
  return (
    <>
      <Link className="who" href={`/expert/assignments/${assignment.id}`}>
        {application?.fullName ?? number}
      </Link>
      {application ? <span className="sub">{[application.position?.label, number].filter(Boolean).join(' · ')}</span> : null}
    </>
  );
}

function Term({ assignment, zone }: { assignment: Assignment; zone: string }) {
  const t = useTranslations('expert.home');
  const locale = useLocale();
  const term = termOf(assignment);
  if (!term) return <span className="muted">{waits(assignment) ? t('noTermOpen') : t('noTerm')}</span>;
  const words = termWords(term, locale, zone);
  return (
    <>
      {formatTableDate(`${term.untilDate}T12:00:00Z`)}
      <span className={`sub ${words.tone === 'calm' ? '' : `text-${words.tone} font-medium`}`}>{sentence(words.left)}</span>
    </>
  );
}

const endedOn = ({ endedAt, sheet }: Assignment, zone: string) => {
  const at = endedAt ?? sheet?.finalAt;
  return at ? formatTableDate(at, zone) : '—';
};
