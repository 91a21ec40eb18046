'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { FormWithdrawalDocument, SendWithdrawalDocument, type Withdrawal_RecordFragment } from '@/gql/graphql';
import { useAct } from '@/ui/application/use-act';
import { PaperUpload } from '@/ui/evidence/paper-upload';
import { Button } from '@/ui/kit/button';
import { Chip, type Tone } from '@/ui/kit/chip';
import { Dialog } from '@/ui/kit/dialog';
import { TextAreaField } from '@/ui/kit/field';
import { LinkButton } from '@/ui/kit/link-button';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';
import type { PaperView } from './papers';

interface WithdrawalStepsProps {
  applicationId: string;
  withdrawal: Omit<Withdrawal_RecordFragment, ' $fragmentName'> | null;
  /** Names of the acts the viewer is offered on the case. */
  acts: readonly string[];
  paper?: PaperView | undefined;
  reasonRequired: boolean;
  /** Page with the withdrawal to print and sign. */
  printHref: string;
  zone: string;
}

/** A withdrawal that somebody registers: formed with a reason, printed and signed, attached, sent; or declined and formed again. */
export function WithdrawalSteps({ applicationId, withdrawal, acts, paper, reasonRequired, printHref, zone }: WithdrawalStepsProps) {
  const t = useTranslations('acts.withdrawal');
  const sending = acts.includes('attach_withdrawal') || acts.includes('send_withdrawal');
  return (
    <div className="grid gap-4">
      {withdrawal ? (
        <div className="grid gap-1.5 justify-items-start">
          <Chip tone={withdrawal.statusTone as Tone}>{withdrawal.statusLabel}</Chip>
          <p className="whitespace-pre-line wrap-anywhere">
            <span className="muted">{t('reason')}: </span>
            {withdrawal.reason}
          </p>
        </div>
      ) : null}
      {withdrawal?.status === 'DECLINED' ? (
        <Notice tone="warn" title={t('declined')}>
          <p className="whitespace-pre-line">«{withdrawal.declineReason}»</p>
        </Notice>
      ) : null}
      {sending ? (
        <>
          <p>{t('print')}</p>
          <div className="actions">
            <LinkButton href={printHref}>{t('toPrint')}</LinkButton>
          </div>
          {paper ? (
            <PaperUpload
              applicationId={applicationId}
              paper={paper.paper}
              label={t('attach')}
              files={paper.files}
              canAttach={paper.canAttach}
              extensions={paper.extensions}
              maxBytes={paper.maxBytes}
              zone={zone}
            />
          ) : null}
          <SendWithdrawal applicationId={applicationId} open={acts.includes('send_withdrawal')} />
        </>
      ) : null}
      {withdrawal?.status === 'SENT' ? <p className="muted">{t('sent')}</p> : null}
      {acts.includes('form_withdrawal') ? (
        <>
          {withdrawal ? null : <p className="muted">{t('notFormed')}</p>}
          <FormWithdrawal applicationId={applicationId} optional={!reasonRequired} again={withdrawal?.status === 'FORMED'} />
        </>
      ) : null}
    </div>
  );
}

function SendWithdrawal({ applicationId: id, open }: { applicationId: string; open: boolean }) {
  const t = useTranslations('acts.withdrawal');
  const toast = useToast();
  const { busy, run, refusal } = useAct(t('failed'));
  const send = () =>
    run(
      async () => (await request(SendWithdrawalDocument, { id })).sendWithdrawal.problems,
      () => toast({ text: t('sentNow') }),
    );
  return (
    <>
      {refusal() ? (
        <Notice tone="danger" role="alert">
          {refusal()}
        </Notice>
      ) : null}
      {open ? null : (
        <p id="withdrawal-closed" className="muted">
          {t('notAttached')}
        </p>
      )}
      <div className="actions">
        <Button look="primary" closed={!open} reasonsId="withdrawal-closed" busy={busy && t('busy')} onClick={() => void send()} block>
          {t('send')}
        </Button>
      </div>
    </>
  );
}

/** Forms it; a formed one that is not attached yet may be formed anew, with another reason. */
function FormWithdrawal({ applicationId, optional, again }: { applicationId: string; optional: boolean; again: boolean }) {
  const t = useTranslations('acts.withdrawal');
  const dialog = useRef<HTMLDialogElement>(null);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const { busy, run, refusal } = useAct(t('failed'));
  const form = () =>
    run(
      async () => (await request(FormWithdrawalDocument, { input: { applicationId, reason } })).formWithdrawal.problems,
      () => {
        dialog.current?.close();
        toast({ text: t('formed') });
      },
    );
  return (
    <>
      <div className="actions">
        <Button onClick={() => dialog.current?.showModal()} block>
          {t(again ? 'formAnew' : 'form')}
        </Button>
      </div>
      <Dialog ref={dialog} title={t('title')}>
        <form
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void form();
          }}
        >
          <p className="muted">{t('text')}</p>
          <TextAreaField
            name="withdrawalReason"
            label={t('whyLabel')}
            error={refusal('reason') ?? refusal()}
            optional={optional}
            rows={3}
            maxLength={TEXT_LIMITS.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="dialog-foot">
            <Button look="primary" type="submit" busy={busy && t('busy')}>
              {t('form')}
            </Button>
            <Button onClick={() => dialog.current?.close()}>{t('cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
