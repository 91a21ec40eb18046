'use client';
import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApproveScheduleDocument } from '@/gql/graphql';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';

interface ApproveScheduleProps {
  municipality: { id: string; name: string };
  period: { id: string; label: string };
  /** Cases that may enter, of those that wait. */
  ready: number;
  all: number;
  closedBy: readonly string[];
  /** Those that wait for experts, and how many each lacks. */
  lacking: readonly { href: string; name: string; missing: number }[];
}

/** Approves the schedule of a municipality for a period; who stays out is named afterwards. */
export function ApproveSchedule({ municipality, period, ready, all, closedBy, lacking }: ApproveScheduleProps) {
  const t = useTranslations('operator.schedule');
  const act = useTranslations('operator.act');
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const reasonsId = `closed-${municipality.id}`;
  return (
    <div className="grid gap-2 justify-items-start">
      {leftOut.length > 0 ? <Notice tone="warn">{t('approve.leftOut', { names: leftOut.join(', ') })}</Notice> : null}
      <ActDialog
        label={t('approve.label')}
        look="primary"
        icon={<CalendarCheck />}
        closed={closedBy.length > 0}
        reasonsId={reasonsId}
        title={t('approve.title')}
        confirm={t('approve.confirm')}
        busy={act('writing')}
        cancel={act('notNow')}
        done={t('approve.done', { municipality: municipality.name })}
        act={async () => {
          const input = { municipalityId: municipality.id, periodId: period.id };
          const answer = (await request(ApproveScheduleDocument, { input })).approveSchedule;
          setLeftOut(answer.leftOut);
          return answer.problems;
        }}
      >
        {() => <p className="muted">{t('approve.text', { municipality: municipality.name, period: period.label, ready, all })}</p>}
      </ActDialog>
      {closedBy.length > 0 ? (
        <section id={reasonsId} className="text-s text-text-2" aria-label={t('whyClosed')}>
          {closedBy.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          <ul className="list-disc pl-5">
            {lacking.map(({ href, name, missing }) => (
              <li key={href}>
                <Link href={href}>{name}</Link>: {t('lacks', { count: missing })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
