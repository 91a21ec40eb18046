'use client';
import { Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { WithdrawApplicationDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { TextAreaField } from '@/ui/kit/field';
import { request } from '@/ui/request';

/** Withdraws an application with a reason, after asking. A refusal stays in the dialog with what was typed. */
export function WithdrawApplication({ applicationId, optional = false }: { applicationId: string; optional?: boolean }) {
  const t = useTranslations('teacher.withdraw');
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const withdraw = async () => {
    setBusy(true);
    const answer = await request(WithdrawApplicationDocument, { input: { id: applicationId, reason } }).catch(() => null);
    setBusy(false);
    const refused = answer ? (answer.withdrawApplication.problems[0]?.message ?? '') : t('failed');
    setRefusal(refused);
    if (refused) return;
    dialog.current?.close();
    router.push(`/teacher?application=${applicationId}`);
    router.refresh();
  };
  return (
    <>
      <Button look="quiet" icon={<Undo2 />} onClick={() => dialog.current?.showModal()}>
        {t('open')}
      </Button>
      <Dialog ref={dialog} title={t('title')}>
        <form
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void withdraw();
          }}
        >
          <p className="muted">{t('text')}</p>
          <TextAreaField
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            error={refusal}
            optional={optional}
            rows={3}
            maxLength={TEXT_LIMITS.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="dialog-foot">
            <Button look="destructive" type="submit" busy={busy && t('busy')}>
              {t('confirm')}
            </Button>
            <Button onClick={() => dialog.current?.close()}>{t('cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
