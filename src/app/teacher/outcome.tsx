import { useLocale, useTranslations } from 'next-intl';
import { dayToInstant, formatDate } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import type { TeacherCase } from './case-moves';

const ENDS = {
  GRANTED: 'ok',
  REFUSED: 'danger',
  INTAKE_REFUSED: 'danger',
  WITHDRAWN: 'info',
  EXPIRED: 'danger',
  ARCHIVED: 'info',
} as const;
const isEnd = (status: string): status is keyof typeof ENDS => status in ENDS;

/** How a case ended, in the region's words, and what can be done now. */
export function Outcome({ application }: { application: TeacherCase }) {
  const t = useTranslations('teacher.ended');
  const locale = useLocale();
  const { status, order, decision, reason, withdrawal } = application;
  if (!isEnd(status)) return null;
  const again = status === 'INTAKE_REFUSED' && application.viewerActions.some((act) => act.action === 'resubmit');
  const words = { number: order?.number ?? '—', date: order ? formatDate(dayToInstant(order.date), locale, 'UTC') : '—' };
  const why =
    status === 'INTAKE_REFUSED' ? reason : status === 'REFUSED' ? decision?.text : status === 'WITHDRAWN' ? withdrawal?.reason : null;
  return (
    <Notice tone={ENDS[status]} title={application.statusLabel}>
      <p>{t(again ? 'INTAKE_REFUSED_AGAIN' : status, words)}</p>
      {why ? <p className="whitespace-pre-line mt-1.5">«{why}»</p> : null}
    </Notice>
  );
}
