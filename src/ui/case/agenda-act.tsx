'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { OpenMeetingsDocument, PutApplicationOnAgendaDocument } from '@/gql/graphql';
import { RadioTiles } from '@/ui/kit/choice';
import { dayToInstant, formatDateWithWeekday } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

/** Puts a case on the agenda of a meeting that has not been held. */
export function AgendaAct({ applicationId, name, closed, reasonsId, size, step }: ActProps & { step: string }) {
  const t = useTranslations('operator.act.put_on_agenda');
  const locale = useLocale();
  const [dates, setDates] = useState<readonly { id: string; date: string }[] | null>(null);
  const load = () => {
    request(OpenMeetingsDocument, { step }).then(
      ({ meetings }) => setDates(meetings.filter((m) => m.status === 'PLANNED' || m.status === 'NOTICED').reverse()),
      () => undefined,
    );
  };
  return (
    <ActDialog
      label={t('label')}
      look="primary"
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name })}
      fields={['meeting']}
      onOpen={load}
      act={async (form) => {
        const meetingId = form.get('meeting')?.toString();
        if (!meetingId) return [{ code: 'REQUIRED', path: ['meeting'], message: t('choose') }];
        return (await request(PutApplicationOnAgendaDocument, { applicationId, meetingId })).putApplicationOnAgenda.problems;
      }}
    >
      {(field) =>
        dates?.length === 0 ? (
          <Notice tone="warn">{t('none')}</Notice>
        ) : (
          <>
            <p className="muted">{t('text', { name })}</p>
            <RadioTiles
              {...field('meeting')}
              label={t('meeting')}
              options={(dates ?? []).map(({ id, date }) => ({
                value: id,
                label: formatDateWithWeekday(dayToInstant(date), locale, 'UTC'),
              }))}
            />
          </>
        )
      }
    </ActDialog>
  );
}
