'use client';
import { PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { ConfirmEmployerDocument, DisputeEmployerDocument } from '@/gql/graphql';
import { ActDialog } from '@/ui/case/act-dialog';
import { TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';

interface SignPassportProps {
  applicationId: string;
  name: string;
  may: { confirm: boolean; dispute: boolean };
}

/** Signs what the school certifies, or says what is wrong with it; each asks before it is done. */
export function SignPassport({ applicationId, name, may }: SignPassportProps) {
  const t = useTranslations('school.signing');
  return (
    <>
      {may.confirm ? (
        <ActDialog
          label={t('sign.label')}
          look="primary"
          icon={<PenLine />}
          title={t('sign.title')}
          confirm={t('sign.confirm')}
          busy={t('sign.busy')}
          cancel={t('sign.cancel')}
          done={t('sign.done', { name })}
          act={async () => (await request(ConfirmEmployerDocument, { applicationId })).confirmEmployer.problems}
        >
          {() => <p className="muted">{t('sign.text', { name })}</p>}
        </ActDialog>
      ) : null}
      {may.dispute ? (
        <ActDialog
          label={t('dispute.label')}
          title={t('dispute.title')}
          confirm={t('dispute.confirm')}
          busy={t('dispute.busy')}
          cancel={t('dispute.cancel')}
          done={t('dispute.done', { name })}
          destructive
          fields={['reason']}
          act={async (form) => {
            const input = { applicationId, reason: form.get('reason')?.toString() ?? '', fields: [] };
            return (await request(DisputeEmployerDocument, { input })).disputeEmployer.problems;
          }}
        >
          {(field) => (
            <>
              <p className="muted">{t('dispute.text')}</p>
              <TextAreaField {...field('reason')} label={t('dispute.reason')} rows={3} maxLength={TEXT_LIMITS.reason} />
            </>
          )}
        </ActDialog>
      ) : null}
    </>
  );
}
