'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, type SubmitEvent, useId, useRef, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { Button } from '@/ui/kit/button';
import { RadioTiles } from '@/ui/kit/choice';
import { Dialog } from '@/ui/kit/dialog';
import { TextAreaField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { SessionEnded } from '@/ui/request';

export interface GivenReason {
  reasonId: string | null;
  reason: string;
}

interface ReasonDialogProps {
  trigger: (open: () => void) => ReactNode;
  title: string;
  /** What will happen. */
  children: ReactNode;
  reasons?: readonly { id: string; label: string }[];
  confirm: string;
  cancel: string;
  /** Does the act; sentences of refusals, none = done. */
  onReason: (given: GivenReason) => Promise<readonly string[]>;
}

/** An act that wants a reason: chosen from the procedure's list, said in words, or both. */
export function ReasonDialog({ trigger, title, children, reasons = [], confirm, cancel, onReason }: ReasonDialogProps) {
  const t = useTranslations('expert.reason');
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const refused = await onReason({
        reasonId: given.get(`${name}-id`)?.toString() || null,
        reason: given.get(`${name}-text`)?.toString() ?? '',
      });
      setRefusals(refused);
      if (refused.length === 0) dialog.current?.close();
    } catch (error) {
      if (!(error instanceof SessionEnded)) setRefusals([t('failed')]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {trigger(() => dialog.current?.showModal())}
      <Dialog ref={dialog} title={title}>
        <form className="grid gap-4" onSubmit={submit}>
          <div className="muted">{children}</div>
          {refusals.length > 0 ? (
            <Notice tone="danger" role="alert">
              {refusals.join(' ')}
            </Notice>
          ) : null}
          {reasons.length > 0 ? (
            <RadioTiles
              name={`${name}-id`}
              label={t('label')}
              options={reasons.map((reason) => ({ value: reason.id, label: reason.label }))}
            />
          ) : null}
          <TextAreaField
            name={`${name}-text`}
            label={reasons.length > 0 ? t('words') : t('comment')}
            hint={reasons.length > 0 ? undefined : t('mandatory')}
            optional={reasons.length > 0}
            aria-required={reasons.length === 0}
            maxLength={TEXT_LIMITS.reason}
            rows={3}
          />
          <div className="dialog-foot mt-0">
            <Button type="submit" look="destructive" busy={busy && t('busy')}>
              {confirm}
            </Button>
            <Button onClick={() => dialog.current?.close()}>{cancel}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
