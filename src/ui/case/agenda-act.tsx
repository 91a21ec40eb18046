'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { isIn, MEETING_AHEAD } from '@/domain/case/groups';
import { OpenMeetingsDocument, PutApplicationOnAgendaDocument, SendSimplifiedDocument } from '@/gql/graphql';
import { RadioTiles } from '@/ui/kit/choice';
import { dayToInstant, formatDateWithWeekday } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

interface AgendaActProps extends ActProps {
  /** send_simplified: the case goes to the commission past the schedule and the experts. */
  act?: 'put_on_agenda' | 'send_simplified';
  step: string;
}

/** Puts a case on the agenda of a meeting that has not been held. */
export function AgendaAct({ applicationId, name, closed, reasonsId, size, step, act = 'put_on_agenda' }: AgendaActProps) {
  const t = useTranslations('operator.act.put_on_agenda');
  const own = useTranslations('operator.act');
  const locale = useLocale();
  const [dates, setDates] = useState<readonly { id: string; date: string }[] | null>(null);
  const load = () => {
    request(OpenMeetingsDocument, { step }).then(
      ({ meetings }) => setDates(meetings.filter((m) => isIn(m.status, MEETING_AHEAD)).reverse()),
      () => undefined,
    );
  };
  return (
    <ActDialog
      label={own(`${act}.label`)}
      look="primary"
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name })}
      fields={['meeting', 'meetingId']}
      onOpen={load}
      act={async (form) => {
        const meetingId = form.get('meeting')?.toString();
        if (!meetingId) return [{ code: 'REQUIRED', path: ['meeting'], message: t('choose') }];
        if (act === 'send_simplified')
          return (await request(SendSimplifiedDocument, { input: { id: applicationId, meetingId } })).sendSimplified.problems;
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
