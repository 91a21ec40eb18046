'use client';
import { CalendarRange } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AttestationPeriodsDocument, ScheduleApplicationDocument, SetPeriodDocument } from '@/gql/graphql';
import { SelectField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog, type Refusal } from './act-dialog';
import type { ActProps } from './plain-acts';

interface PeriodActProps extends ActProps {
  /** schedule: opens the row of the schedule, the period may follow; set_period: the case stands in it already. */
  act: 'schedule' | 'set_period';
  /** The period it has. */
  current: string | null;
}

/** Puts a case into a period of attestation. */
export function PeriodAct({ applicationId, name, closed, reasonsId, size, act, current }: PeriodActProps) {
  const t = useTranslations('operator.act');
  const [periods, setPeriods] = useState<readonly { id: string; label: string }[]>([]);
  const load = () => {
    request(AttestationPeriodsDocument, {}).then(
      ({ attestationPeriods }) => setPeriods(attestationPeriods),
      () => undefined,
    );
  };
  const save = async (periodId: string): Promise<readonly Refusal[]> => {
    if (act === 'schedule')
      return (await request(ScheduleApplicationDocument, { input: { id: applicationId, periodId: periodId || null } })).scheduleApplication
        .problems;
    if (!periodId) return [{ code: 'REQUIRED', path: ['periodId'], message: t('set_period.choose') }];
    return (await request(SetPeriodDocument, { input: { applicationId, periodId } })).setPeriod.problems;
  };
  const label = act === 'set_period' && current ? t('set_period.change') : t(`${act}.label`);
  return (
    <ActDialog
      label={label}
      look={act === 'set_period' && current ? undefined : 'primary'}
      size={size}
      icon={<CalendarRange />}
      closed={closed}
      reasonsId={reasonsId}
      title={t(`${act}.title`)}
      confirm={t(`${act}.confirm`)}
      busy={t('writing')}
      cancel={t('notNow')}
      done={t(`${act}.done`, { name })}
      fields={['periodId']}
      onOpen={load}
      act={(form) => save(form.get('periodId')?.toString() ?? '')}
    >
      {(field) => (
        <>
          <p className="muted">{t(`${act}.text`, { name })}</p>
          <SelectField
            {...field('periodId')}
            key={periods.length}
            label={t('set_period.period')}
            optional={act === 'schedule'}
            empty={t(act === 'schedule' ? 'set_period.later' : 'set_period.choose')}
            defaultValue={periods.some((p) => p.id === current) ? (current ?? '') : ''}
            options={periods.map((p) => ({ value: p.id, label: p.label }))}
          />
        </>
      )}
    </ActDialog>
  );
}
