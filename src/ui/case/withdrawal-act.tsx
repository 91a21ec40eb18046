'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { DeclineWithdrawalDocument, RegisterWithdrawalDocument } from '@/gql/graphql';
import { TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';
import { ActDialog } from './act-dialog';
import type { ActProps } from './plain-acts';

/** Registers a withdrawal that was sent: the case ends. */
export function RegisterWithdrawalAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act.register_withdrawal');
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
      act={async () => (await request(RegisterWithdrawalDocument, { id: applicationId })).registerWithdrawal.problems}
    >
      {() => <p className="muted">{t('text', { name })}</p>}
    </ActDialog>
  );
}

/** Declines a withdrawal with a reason: the case goes on. */
export function DeclineWithdrawalAct({ applicationId, name, closed, reasonsId, size }: ActProps) {
  const t = useTranslations('operator.act.decline_withdrawal');
  return (
    <ActDialog
      label={t('label')}
      size={size}
      closed={closed}
      reasonsId={reasonsId}
      title={t('title')}
      confirm={t('confirm')}
      busy={t('busy')}
      cancel={t('cancel')}
      done={t('done', { name })}
      fields={['reason']}
      act={async (form) => {
        const input = { applicationId, reason: form.get('reason')?.toString() ?? '' };
        return (await request(DeclineWithdrawalDocument, { input })).declineWithdrawal.problems;
      }}
    >
      {(field) => (
        <>
          <p className="muted">{t('text', { name })}</p>
          <TextAreaField {...field('reason')} label={t('reason')} rows={3} maxLength={TEXT_LIMITS.reason} />
        </>
      )}
    </ActDialog>
  );
}
