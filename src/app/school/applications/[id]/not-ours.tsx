'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { Button } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { TextAreaField } from '@/ui/kit/field';

/** The teacher does not work here: the place of work is disputed at once, in the school's own words. */
export function NotOurs({ busy, send }: { busy: boolean; send: (reason: string) => Promise<boolean> }) {
  const t = useTranslations('school.notOurs');
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState(t('default'));
  const act = async () => {
    await send(reason);
    dialog.current?.close();
  };
  return (
    <>
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        {t('open')}
      </Button>
      <Dialog ref={dialog} title={t('title')}>
        <div className="grid gap-5">
          <p className="muted">{t('text')}</p>
          <TextAreaField
            name="not-ours"
            label={t('reason')}
            rows={2}
            maxLength={TEXT_LIMITS.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="dialog-foot">
            <Button look="destructive" busy={busy && t('busy')} onClick={act}>
              {t('confirm')}
            </Button>
            <Button onClick={() => dialog.current?.close()}>{t('cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
