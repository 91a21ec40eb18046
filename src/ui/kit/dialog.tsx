'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { classes } from './classes';

interface DialogProps {
  /** The question that is asked. */
  title: ReactNode;
  id?: string;
  ref?: RefObject<HTMLDialogElement | null>;
  wide?: boolean;
  onClose?: () => void;
  children: ReactNode;
}

/** A native modal dialog: Escape and a cross close it, the browser gives focus back. On phones a sheet at the bottom. */
export function Dialog({ title, id, ref, wide, onClose, children }: DialogProps) {
  const t = useTranslations('kit');
  const own = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const dialog = ref ?? own;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way and the browser's own
    <dialog
      ref={dialog}
      id={id}
      className={classes('dialog', wide && 'dialog-wide')}
      aria-labelledby={headingId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="dialog-head">
        <h2 id={headingId}>{title}</h2>
        <button type="button" className="btn btn-icon" aria-label={t('close')} title={t('close')} onClick={() => dialog.current?.close()}>
          <X />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

interface ConfirmProps {
  trigger: (open: () => void) => ReactNode;
  title: ReactNode;
  children: ReactNode;
  /** The act, named by its verb: «Отозвать заявление». */
  confirm: string;
  /** The way back: «Не отзывать». */
  cancel: string;
  destructive?: boolean;
  onConfirm: () => void | Promise<void>;
}

/** A question before an act that cannot be undone: what will happen, the act first, the way back second. */
export function ConfirmDialog({ trigger, title, children, confirm, cancel, destructive, onConfirm }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const act = async () => {
    await onConfirm();
    dialog.current?.close();
  };
  return (
    <>
      {trigger(() => dialog.current?.showModal())}
      <Dialog ref={dialog} title={title}>
        <div className="muted">{children}</div>
        <div className="dialog-foot">
          <button type="button" className={`btn ${destructive ? 'btn-destructive' : 'btn-primary'}`} onClick={act}>
            {confirm}
          </button>
          <button type="button" className="btn btn-secondary" onClick={() => dialog.current?.close()}>
            {cancel}
          </button>
        </div>
      </Dialog>
    </>
  );
}
