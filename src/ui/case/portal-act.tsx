'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { RecordPortalNumberDocument } from '@/gql/graphql';
import { TextField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

/** Writes down the number a state portal gave the application; the system registers it then. */
export function PortalAct({ applicationId, name, closed, reasonsId, size, label }: ActProps & { label: string }) {
  const t = useTranslations('operator.act');
  return (
    <ActDialog
      label={t('record_portal_number.label')}
      look="primary"
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={label || t('record_portal_number.title')}
      confirm={t('record_portal_number.confirm')}
      busy={t('writing')}
      cancel={t('notNow')}
      done={t('record_portal_number.done', { name })}
      fields={['number']}
      act={async (form) => {
        const input = { id: applicationId, number: form.get('number')?.toString() ?? '' };
        return (await request(RecordPortalNumberDocument, { input })).recordPortalNumber.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('record_portal_number.text', { name })}</p>
          <TextField
            {...field('number')}
            label={label || t('record_portal_number.number')}
            maxLength={TEXT_LIMITS.portalNumber}
            autoComplete="off"
          />
        </>
      )}
    </ActDialog>
  );
}
