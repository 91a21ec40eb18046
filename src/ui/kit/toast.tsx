'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

interface Toast {
  text: string;
  /** Takes the act back; the button says «Отменить» or `undoLabel`. */
  undo?: () => void;
  undoLabel?: string;
}

const SHOWN_MS = 8000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says what has happened, in one line; never a refusal, those stay on the page. */
export const useToast = () => useContext(ToastContext);

/** Holds the toasts of a page; in the root layout. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('kit');
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const last = useRef(0);
  const show = useCallback((toast: Toast) => {
    last.current += 1;
    setToasts((now) => [...now.slice(-2), { ...toast, id: last.current }]);
  }, []);
  const hide = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  return (
    <ToastContext value={show}>
      {children}
      <section className="toasts" aria-label={t('toast.region')} aria-live="polite">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} undoLabel={toast.undoLabel ?? t('undo')} onDone={() => hide(toast.id)} />
        ))}
      </section>
    </ToastContext>
  );
}

function ToastLine({ toast, undoLabel, onDone }: { toast: Toast; undoLabel: string; onDone: () => void }) {
  const [paused, setPaused] = useState(false);
  const left = useRef(SHOWN_MS);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (paused) return;
    const started = Date.now();
    const timer = setTimeout(() => done.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1000, left.current - (Date.now() - started));
    };
  }, [paused]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops the clock
    <div
      className="toast"
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <Check />
      <span>{toast.text}</span>
      {toast.undo ? (
        <button
          type="button"
          onClick={() => {
            toast.undo?.();
            onDone();
          }}
        >
          {undoLabel}
        </button>
      ) : null}
    </div>
  );
}
