'use client';
import { CalendarPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PlanMeetingDocument } from '@/gql/graphql';
import { ActDialog } from '@/ui/case/act-dialog';
import { RadioTiles } from '@/ui/kit/choice';
import { DateField } from '@/ui/kit/field';
import { request } from '@/ui/request';

/** Plans a meeting: for which step, on what day. */
export function PlanMeeting({ steps }: { steps: readonly string[] }) {
  const t = useTranslations('commission.plan');
  const word = useTranslations('commission.step');
  return (
    <ActDialog
      label={t('label')}
      look="primary"
      size="s"
      icon={<CalendarPlus />}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done')}
      fields={['step', 'date']}
      act={async (form) => {
        const step = form.get('step')?.toString() ?? '';
        const date = form.get('date')?.toString() ?? '';
        const missing = [
          ...(step ? [] : [{ code: 'REQUIRED', path: ['step'], message: t('noStep') }]),
          ...(date ? [] : [{ code: 'REQUIRED', path: ['date'], message: t('noDate') }]),
        ];
        if (missing.length > 0) return missing;
        return (await request(PlanMeetingDocument, { input: { step, date } })).planMeeting.problems;
      }}
    >
      {(field) => (
        <>
          <RadioTiles
            {...field('step')}
            label={t('step')}
            defaultValue={steps[0]}
            options={steps.map((step) => ({ value: step, label: word.has(step as 'final') ? word(step as 'final') : step }))}
          />
          <DateField {...field('date')} label={t('date')} hint={t('hint')} />
        </>
      )}
    </ActDialog>
  );
}
