'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AdmitApplicationDocument, RestoreApplicationDocument } from '@/gql/graphql';
import type { ButtonSize } from '@/ui/kit/button';
import { DateField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';

export interface ActProps {
  applicationId: string;
  name: string;
  closed?: boolean;
  reasonsId?: string;
  size?: ButtonSize;
}

/** The commission's first word: the application is admitted. */
export function AdmitAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act');
  return (
    <ActDialog
      label={t('admit.label')}
      look="primary"
      size={size}
      icon={<Check />}
      closed={closed}
      reasonsId={reasonsId}
      title={t('admit.title')}
      confirm={t('admit.confirm')}
      busy={t('admit.busy')}
      cancel={t('admit.cancel')}
      done={t('admit.done', { name })}
      act={async () => (await request(AdmitApplicationDocument, { id: applicationId })).admitApplication.problems}
    >
      {() => <p className="muted">{t('admit.text', { name })}</p>}
    </ActDialog>
  );
}

/** Opens a case again whose term was missed, with a new last day. */
export function RestoreAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act');
  return (
    <ActDialog
      label={t('restore.label')}
      look="primary"
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('restore.title')}
      confirm={t('restore.confirm')}
      busy={t('restore.busy')}
      cancel={t('restore.cancel')}
      done={t('restore.done', { name })}
      fields={['until', 'untilDate']}
      act={async (form) => {
        const untilDate = form.get('until')?.toString() ?? '';
        if (!untilDate) return [{ code: 'REQUIRED', path: ['until'], message: t('restore.noDate') }];
        return (await request(RestoreApplicationDocument, { input: { id: applicationId, untilDate } })).restoreApplication.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('restore.text', { name })}</p>
          <DateField {...field('until')} label={t('restore.until')} hint={t('restore.hint')} />
        </>
      )}
    </ActDialog>
  );
}
