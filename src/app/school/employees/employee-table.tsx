import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { snilsText } from '@/domain/typed/snils';
import { type FragmentType, readFragment } from '@/gql';
import { EmployeeRow_EmployeeFragmentDoc } from '@/gql/graphql';
import { Chip, type Tone } from '@/ui/kit/chip';
import { DataTable } from '@/ui/kit/data-table';
import { formatTableDate } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';

interface EmployeeTableProps {
  rows: readonly FragmentType<typeof EmployeeRow_EmployeeFragmentDoc>[];
  caption: string;
  captionHidden?: boolean;
  zone: string;
  empty: ReactNode;
}

/** Employees with the state of their cards. */
export function EmployeeTable({ rows, caption, captionHidden = false, zone, empty }: EmployeeTableProps) {
  const t = useTranslations('school.employees.table');
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={readFragment(EmployeeRow_EmployeeFragmentDoc, rows)}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: 'name',
          head: t('name'),
          lead: true,
          cell: (row) => (
            <>
              <Link className="who" href={`/school/employees/${row.id}`}>
                {row.fullName}
              </Link>
              <span className="sub">{row.position?.label}</span>
            </>
          ),
        },
        { key: 'snils', head: t('snils'), cell: (row) => <span className="nb">{snilsText(row.snils)}</span> },
        {
          key: 'card',
          head: t('card'),
          cell: (row) => (
            <>
              <Chip tone={row.card.statusTone as Tone}>{row.card.statusLabel}</Chip>
              {row.reports.length > 0 ? <Chip tone="warn">{t('reported')}</Chip> : null}
            </>
          ),
        },
        {
          key: 'checked',
          head: t('checked'),
          cell: (row) =>
            row.card.checkedAt ? formatTableDate(row.card.checkedAt, zone) : <span className="muted">{t('notChecked')}</span>,
        },
        { key: 'account', head: t('account'), cell: (row) => t(row.accountOpened ? 'opened' : 'notOpened') },
      ]}
    />
  );
}
