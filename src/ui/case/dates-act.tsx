'use client';
import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SetDatesDocument, SettableDatesDocument } from '@/gql/graphql';
import { DateField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

interface Dated {
  termId: string;
  label: string;
  untilDate?: string | null;
}

/** Sets the last days of the terms of one case together; a refusal stands beside the date it is about. */
export function DatesAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act');
  const [terms, setTerms] = useState<readonly Dated[]>([]);
  const load = () => {
    request(SettableDatesDocument, { id: applicationId }).then(
      ({ application }) => setTerms(application?.settableDates ?? []),
      () => undefined,
    );
  };
  return (
    <ActDialog
      label={t('set_dates.label')}
      size={size}
      icon={<CalendarDays />}
      closed={closed}
      reasonsId={reasonsId}
      title={t('set_dates.title')}
      confirm={t('set_dates.confirm')}
      busy={t('writing')}
      cancel={t('notNow')}
      done={t('set_dates.done', { name })}
      fields={terms.map((term) => term.termId)}
      onOpen={load}
      act={async (form) => {
        const dates = terms.flatMap(({ termId, untilDate }) => {
          const day = form.get(termId)?.toString() ?? '';
          return day && day !== untilDate ? [{ termId, untilDate: day }] : [];
        });
        if (dates.length === 0) return [{ code: 'REQUIRED', path: [], message: t('set_dates.nothing') }];
        return (await request(SetDatesDocument, { input: { applicationId, dates } })).setDates.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('set_dates.text', { name })}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {terms.map((term) => (
              <DateField key={term.termId} {...field(term.termId)} label={term.label} defaultValue={term.untilDate ?? ''} optional />
            ))}
          </div>
        </>
      )}
    </ActDialog>
  );
}
