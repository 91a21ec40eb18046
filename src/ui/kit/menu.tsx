'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes';

interface MenuProps {
  /** What the button shows; `label` names it for screen readers. */
  summary: ReactNode;
  label: string;
  className?: string;
  summaryClassName?: string;
  /** Opens to the right instead of to the left. */
  toRight?: boolean;
  children: ReactNode;
}

/** A button with a floating list of links and buttons; a native disclosure that closes outside, on Escape and after a choice. */
export function Menu({ summary, label, className, summaryClassName = 'btn btn-secondary btn-s', toRight, children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (focus: boolean) => {
      if (!box.current?.open) return;
      box.current.open = false;
      if (focus) box.current.querySelector('summary')?.focus();
    };
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close(false);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close(Boolean(box.current?.contains(document.activeElement)));
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', key);
    };
  }, []);
  const choose = (event: { target: EventTarget }) => {
    if (event.target instanceof Element && event.target.closest('a, button') && box.current) box.current.open = false;
  };
  return (
    <details ref={box} className={classes('menu-box', className)}>
      <summary className={summaryClassName} aria-label={label} title={label}>
        {summary}
      </summary>
      {/* biome-ignore lint/a11y: the press is a link's or a button's; this only closes the list after it */}
      <div className={classes('pop menu', toRight && 'to-right')} onClick={choose}>
        {children}
      </div>
    </details>
  );
}
