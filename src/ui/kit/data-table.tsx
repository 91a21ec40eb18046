import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { Link } from '@/ui/kit/link';
import { classes } from './classes';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Label of the cell when rows are cards; the head when it is text. */
  label?: string;
  /** The person or thing the row is about: a row header, first in a card, without a label. */
  lead?: boolean;
  /** Numbers stand right. */
  num?: boolean;
  /** Fills the card's width without a label: actions, a switch. */
  whole?: boolean;
  /** Address of this list sorted by this column. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
  /** Tailwind width class, such as «w-1/4». */
  width?: string;
}

interface DataTableProps<Row> {
  /** Says what the table lists; shown above it unless `captionHidden`. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Class of a row: «on» selected, «differs» a mismatch. */
  rowClass?: (row: Row) => 'on' | 'differs' | undefined;
  /** The heading a row stands under; said once above neighbours that share it. */
  section?: (row: Row) => string;
  /** Stands in for the rows when there are none. */
  empty?: ReactNode;
}

/** Rows and columns; where its place is too narrow each row becomes a card. Put it into a card of its own. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, rowClass, section, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="table-box">
      <table className="table folds">
        <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classes(column.num && 'num', column.width)} aria-sort={column.sorted}>
                <Head column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={rowKey(row)}>
              {section && section(row) !== (rows[at - 1] && section(rows[at - 1] as Row)) && (
                <tr className="bg-surface-2">
                  <th colSpan={columns.length} scope="colgroup">
                    {section(row)}
                  </th>
                </tr>
              )}
              <tr className={rowClass?.(row)}>
                {columns.map((column) =>
                  column.lead ? (
                    <th key={column.key} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      className={classes(column.num && 'num', column.whole && 'whole')}
                      data-label={column.whole ? undefined : (column.label ?? (typeof column.head === 'string' ? column.head : undefined))}
                    >
                      <div>{column.cell(row)}</div>
                    </td>
                  ),
                )}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const t = useTranslations('kit.table');
  if (!column.sortHref) return column.head;
  const Arrow = column.sorted === 'ascending' ? ArrowUp : column.sorted === 'descending' ? ArrowDown : ArrowUpDown;
  return (
    <Link className="sort" href={column.sortHref} scroll={false}>
      {column.head}
      <Arrow />
      {column.sorted ? <span className="vh">, {t(column.sorted === 'ascending' ? 'sortedUp' : 'sortedDown')}</span> : null}
    </Link>
  );
}
