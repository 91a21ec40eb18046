'use client';
import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApproveScheduleDocument } from '@/gql/graphql';
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
}

/** Approves the schedule of a municipality for a period; who stays out is named afterwards. */
export function ApproveSchedule({ municipality, period, ready, all, closedBy }: ApproveScheduleProps) {
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
        <ul id={reasonsId} className="text-s text-text-2 list-disc pl-5" aria-label={t('whyClosed')}>
          {closedBy.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
