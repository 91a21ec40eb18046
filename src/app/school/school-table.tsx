import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type FragmentType, readFragment } from '@/gql';
import { type SchoolRow_ApplicationFragment, SchoolRow_ApplicationFragmentDoc, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { termWords } from '@/ui/application/term';
import { Chip, type Tone } from '@/ui/kit/chip';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { formatTableDate } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';

interface Props {
  rows: readonly FragmentType<typeof SchoolRow_ApplicationFragmentDoc>[];
  caption: string;
  zone: string;
  empty: ReactNode;
  /** The heading above says the same. */
  captionHidden?: boolean;
  /** False where the school is asked nothing in a case: then the case's own status stands there, and no term. */
  asks?: boolean;
}

/** Teachers whose statements the school is asked about: who, which application, what was answered, until when. */
export function SchoolTable({ rows, caption, zone, empty, captionHidden = false, asks = true }: Props) {
  const t = useTranslations('school.table');
  const locale = useLocale();
  const term: Column<SchoolRow_ApplicationFragment> = {
    key: 'term',
    head: t('term'),
    cell: (row) => {
      const answered = row.employerConfirmation?.answeredAt ?? row.employerPaper?.attachedAt;
      const term = readFragment(Term_DeadlineFragmentDoc, row.employerConfirmation?.deadline ?? row.employerPaper?.deadline);
      if (answered) return t('answered', { date: formatTableDate(answered, zone) });
      if (!term) return null;
      const words = termWords(term, locale, zone);
      return (
        <>
          <span className="block">{formatTableDate(`${term.untilDate}T12:00:00Z`)}</span>
          <Chip tone={words.tone}>{words.left}</Chip>
        </>
      );
    },
  };
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={readFragment(SchoolRow_ApplicationFragmentDoc, rows)}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: 'teacher',
          head: t('teacher'),
          lead: true,
          cell: (row) => (
            <>
              <Link className="who" href={`/school/applications/${row.id}`}>
                {row.fullName}
              </Link>
              <span className="sub">{row.position?.label}</span>
            </>
          ),
        },
        { key: 'category', head: t('category'), cell: (row) => row.category?.label },
        { key: 'number', head: t('number'), cell: (row) => <span className="nb">{row.number}</span> },
        { key: 'submitted', head: t('submitted'), cell: (row) => (row.submittedAt ? formatTableDate(row.submittedAt, zone) : '') },
        {
          key: 'answer',
          head: t(asks ? 'answer' : 'status'),
          cell: (row) => {
            // Where the school is asked nothing, the case says itself how it stands.
            const known = row.employerConfirmation ?? row.employerPaper ?? row;
            return <Chip tone={known.statusTone as Tone}>{known.statusLabel}</Chip>;
          },
        },
        ...(asks ? [term] : []),
      ]}
    />
  );
}
