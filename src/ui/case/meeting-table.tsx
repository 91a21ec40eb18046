import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isIn, MEETING_AHEAD } from '@/domain/case/groups';
import { Chip, type Tone } from '@/ui/kit/chip';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { dayToInstant, formatDateWithWeekday } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';

export interface MeetingLine {
  id: string;
  step: string;
  date: string;
  status: string;
  statusLabel: string;
  applicationCount: number;
  openCount: number;
  orderlessCount: number;
  viewerActions: readonly { action: string; open: boolean }[];
}

/** Tone of a meeting. Several may wait to be recorded, and a screen has one bookmark: here it is a word among others. */
const toneOf = (meeting: MeetingLine): Tone => {
  if (meeting.viewerActions.some((act) => act.action === 'hold_meeting' && act.open)) return 'info';
  return isIn(meeting.status, MEETING_AHEAD) ? 'wait' : meeting.openCount + meeting.orderlessCount > 0 ? 'warn' : 'ok';
};

/** Meetings of the commission with what each still owes. */
export function MeetingTable({ meetings, home, empty }: { meetings: readonly MeetingLine[]; home: string; empty: ReactNode }) {
  const t = useTranslations('commission.list');
  const step = useTranslations('commission.step');
  const locale = useLocale();
  const columns: Column<MeetingLine>[] = [
    {
      key: 'date',
      head: t('date'),
      lead: true,
      cell: (m) => (
        <>
          <Link className="who" href={`${home}/meetings/${m.id}`}>
            {formatDateWithWeekday(dayToInstant(m.date), locale, 'UTC')}
          </Link>
          <span className="sub">{step.has(m.step as 'final') ? step(m.step as 'final') : m.step}</span>
        </>
      ),
    },
    { key: 'status', head: t('status'), cell: (m) => <Chip tone={toneOf(m)}>{m.statusLabel}</Chip> },
    { key: 'cases', head: t('cases'), num: true, cell: (m) => m.applicationCount },
    {
      key: 'open',
      head: t('open'),
      num: true,
      cell: (m) => <Owed count={m.openCount} />,
    },
    { key: 'orderless', head: t('orderless'), num: true, cell: (m) => <Owed count={m.orderlessCount} /> },
  ];
  return <DataTable caption={t('caption')} captionHidden rows={meetings} rowKey={(m) => m.id} columns={columns} empty={empty} />;
}

/** What a meeting still owes; nothing is said in a word. */
function Owed({ count }: { count: number }) {
  const t = useTranslations('commission.list');
  return count > 0 ? <b>{count}</b> : <span className="muted">{t('none')}</span>;
}
