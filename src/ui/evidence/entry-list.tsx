import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ShownEntry_EntryFragment } from '@/gql/graphql';

export type ShownEntry = Omit<ShownEntry_EntryFragment, ' $fragmentName'>;
type Cell = ShownEntry['cells'][number];

interface EntryListProps {
  /** link, text, row, choices. */
  kind: string | null | undefined;
  columns: readonly { id: string; label: string; type: string }[];
  entries: readonly ShownEntry[];
  /** Names the table for those who do not see where it is. */
  label: string;
}

/** Entries to be read: tables as tables, links with the site they lead to. Works on the server. */
export function EntryList({ kind, columns, entries, label }: EntryListProps) {
  if (entries.length === 0) return null;
  if (kind === 'row' && columns.length > 1) return <Rows columns={columns} entries={entries} label={label} />;
  return (
    <ul className="grid gap-1.5">
      {entries.map((entry) => (
        <li key={entry.id} className="[overflow-wrap:anywhere]">
          {kind === 'link' ? <LinkLine cells={entry.cells} /> : <Plain cells={entry.cells} />}
        </li>
      ))}
    </ul>
  );
}

function Rows({ columns, entries, label }: Omit<EntryListProps, 'kind'>) {
  return (
    <div className="@container">
      <table className="table block! @min-[31rem]:table!">
        <caption className="sr-only">{label}</caption>
        <thead className="hidden @min-[31rem]:table-header-group">
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block @min-[31rem]:table-row-group">
          {entries.map((entry) => (
            <tr
              key={entry.id}
              className="mb-2 block rounded-[var(--r-m)] border border-line p-2 @min-[31rem]:table-row @min-[31rem]:border-0"
            >
              {columns.map((column) => {
                const cell = entry.cells.find(({ columnId }) => columnId === column.id);
                return (
                  <td
                    key={column.id}
                    className="block h-auto! border-0! py-0.5! [overflow-wrap:anywhere] @min-[31rem]:table-cell @min-[31rem]:border-b! @min-[31rem]:py-2!"
                  >
                    {cell?.text ? <span className="muted mr-1.5 @min-[31rem]:hidden">{column.label}:</span> : null}
                    {cell ? <CellText cell={cell} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Plain = ({ cells }: { cells: readonly Cell[] }) =>
  cells.map((cell) => (
    <span key={`${cell.columnId}-${cell.text}`} className="block whitespace-pre-line">
      <CellText cell={cell} />
    </span>
  ));

function CellText({ cell }: { cell: Cell }) {
  if (cell.url) return <WebLink href={cell.url} words={cell.text} host={null} />;
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell.text);
  const text = day ? `${day[3]}.${day[2]}.${day[1]}` : cell.text;
  // A year or a number is never broken in the middle.
  return text.length <= 12 && !/\s/.test(text) ? <span className="nb">{text}</span> : text;
}

function LinkLine({ cells }: { cells: readonly Cell[] }) {
  const link = cells.find((cell) => cell.url);
  const title = cells.find((cell) => cell.columnId === 'title')?.text;
  if (!link?.url) return <Plain cells={cells} />;
  return <WebLink href={link.url} words={title || link.text} host={link.host ?? null} />;
}

/** Leads out of the site, with nothing of ours told to the other side; the site is named so that nobody is surprised. */
function WebLink({ href, words, host }: { href: string; words: string; host: string | null }) {
  const t = useTranslations('portfolio.entries');
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="inline-flex flex-wrap items-baseline gap-x-1.5">
      <ExternalLink className="size-4 flex-none self-center" />
      <span className="[overflow-wrap:anywhere]">{words}</span>
      {host && words !== host ? <span className="muted text-m">{host}</span> : null}
      <span className="sr-only">{t('newTab')}</span>
    </a>
  );
}
