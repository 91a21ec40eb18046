'use client';
import type { ReactNode } from 'react';
import { SIGHT_DIALOG_ID } from './sight-dialog-id';

/** Opens the low-vision panel; `className` gives its look (tool, link-button, menu entry). */
export function SightButton({ className, title, children }: { className?: string; title?: string; children: ReactNode }) {
  const open = () => {
    const dialog = document.getElementById(SIGHT_DIALOG_ID);
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
  };
  return (
    <button type="button" className={className} title={title} aria-haspopup="dialog" onClick={open}>
      {children}
    </button>
  );
}
