'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react';
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

/** Whether the dialog was left: its backdrop was pressed, not its own padding, nor a selection pulled out of it. */
function besides({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}

/** A native modal dialog: Escape and a cross close it, the browser gives focus back. On phones a sheet at the bottom. */
export function Dialog({ title, id, ref, wide, onClose, children }: DialogProps) {
  const t = useTranslations('kit');
  const own = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const dialog = ref ?? own;
  return (
    <dialog
      ref={dialog}
      id={id}
      className={classes('dialog', wide && 'dialog-wide')}
      aria-labelledby={headingId}
      onClose={onClose}
      onMouseDown={(event) => besides(event) && event.currentTarget.close()}
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
  const [running, setRunning] = useState(false);
  const act = async () => {
    if (running) return;
    setRunning(true);
    try {
      await onConfirm();
    } finally {
      setRunning(false);
      dialog.current?.close();
    }
  };
  return (
    <>
      {trigger(() => dialog.current?.showModal())}
      <Dialog ref={dialog} title={title}>
        <div className="muted">{children}</div>
        <div className="dialog-foot">
          <button
            type="button"
            className={`btn ${destructive ? 'btn-destructive' : 'btn-primary'}`}
            onClick={act}
            aria-disabled={running || undefined}
          >
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
