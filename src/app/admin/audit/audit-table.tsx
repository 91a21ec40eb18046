import { ArrowRightLeft, Ban, Clock, Eye, FileText, IdCard, KeyRound, LogIn, type LucideIcon, Pencil, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { AdminAuditQuery } from '@/gql/graphql';
import type { Locale } from '@/messages/locale';
import { DataTable } from '@/ui/kit/data-table';
import { formatDateWithWeekday, formatMoment, formatTime } from '@/ui/kit/format';
import type { Folded } from './fold';

type Line = AdminAuditQuery['auditEntries']['edges'][number]['node'];

const ICONS: Record<string, LucideIcon> = {
  entrance: LogIn,
  reading: Eye,
  files: FileText,
  output: Printer,
  refusals: Ban,
  fields: Pencil,
  cases: ArrowRightLeft,
  accounts: KeyRound,
  employees: IdCard,
  settings: Clock,
};

/** Lines of the trail: when, who, what, of which case, from where. */
export function AuditTable({ lines, locale, zone }: { lines: readonly Folded<Line>[]; locale: Locale; zone: string }) {
  const t = useTranslations('admin');
  return (
    <DataTable
      caption={t('audit.title')}
      captionHidden
      rows={lines}
      rowKey={({ line }) => line.id}
      section={({ line }) => formatDateWithWeekday(line.at, locale, zone)}
      columns={[
        {
          key: 'who',
          head: t('audit.who'),
          lead: true,
          width: 'w-1/5',
          cell: ({ line }) => (
            <>
              {line.accountName}
              {line.roleLabel && <span className="sub">{line.roleLabel}</span>}
            </>
          ),
        },
        {
          key: 'at',
          head: t('audit.at'),
          cell: ({ line }) => (
            <>
              {formatTime(line.at, locale, zone)}
              {line.businessAt && <span className="sub">{t('audit.byClock', { at: formatMoment(line.businessAt, locale, zone) })}</span>}
            </>
          ),
        },
        {
          key: 'what',
          head: t('audit.what'),
          whole: true,
          width: 'w-2/5',
          cell: (folded) => <What {...folded} locale={locale} zone={zone} />,
        },
        {
          key: 'case',
          head: t('audit.case'),
          cell: ({ line }) =>
            line.applicationNumber && line.applicationId ? (
              <>
                <a className="whitespace-nowrap" href={`/admin/applications/${line.applicationId}`}>
                  № {line.applicationNumber}
                </a>
                {line.applicationPerson && <span className="sub">{line.applicationPerson}</span>}
              </>
            ) : (
              '—'
            ),
        },
        { key: 'address', head: t('audit.address'), cell: ({ line }) => line.address ?? '—' },
      ]}
    />
  );
}

function What({ line, count, since, changes, locale, zone }: Folded<Line> & { locale: Locale; zone: string }) {
  const t = useTranslations('admin');
  const Icon = ICONS[line.refused ? 'refusals' : line.group] ?? Eye;
  const said = count > 1 ? t('audit.saves', { count }) : line.sentence;
  return (
    <div className="flex gap-2">
      <Icon className={line.refused ? 'mt-0.5 size-4 shrink-0 text-danger' : 'mt-0.5 size-4 shrink-0 text-text-3'} aria-hidden />
      <div className="min-w-0">
        <p className={line.refused ? 'font-semibold text-danger' : undefined}>{said}</p>
        {line.detail && <span className="sub">{line.detail}</span>}
        {count > 1 && (
          <span className="sub">
            {t('audit.between', { from: formatTime(since, locale, zone), to: formatTime(line.at, locale, zone) })}
          </span>
        )}
        {changes.length > 0 && <Changes changes={changes} open={count === 1} />}
      </div>
    </div>
  );
}

function Changes({ changes, open }: { changes: Folded<Line>['changes']; open: boolean }) {
  const t = useTranslations('admin');
  const list = (
    <ul className="mt-1 grid gap-1 text-s">
      {changes.map(({ label, from, to, hidden }) => (
        <li key={label} className="[overflow-wrap:anywhere]">
          {label}:{' '}
          {hidden ? (
            <i>{t('audit.hidden')}</i>
          ) : (
            <>
              <del className="text-text-3">{from ?? t('audit.empty')}</del> <span aria-hidden>→</span>{' '}
              <span className="vh">{t('audit.became')}</span> <ins className="no-underline">{to ?? t('audit.empty')}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
  if (open) return list;
  return (
    <details>
      <summary className="cursor-pointer text-s font-semibold text-ink">{t('audit.showChanges')}</summary>
      {list}
    </details>
  );
}
