'use client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { SESSION_RENEWED } from '@/ui/request';
import { type Criterion, createSheetStore, type Sheet, type SheetStore, type Views } from './sheet';

/** The living sheet of this page. `closed` is told when the server takes nothing more. */
export function useSheet(
  assignmentId: string,
  sheet: Sheet,
  criteria: readonly Criterion[],
  closed: () => void,
): { store: SheetStore; views: Views } {
  const onClosed = useRef(closed);
  onClosed.current = closed;
  const [store] = useState(() => {
    const storage = typeof window === 'undefined' ? null : window.sessionStorage;
    return createSheetStore({ assignmentId, sheet, criteria, storage, closed: () => onClosed.current() });
  });
  const [served] = useState(() => createSheetStore({ assignmentId, sheet, criteria, storage: null, closed: () => undefined }).views());
  const views = useSyncExternalStore(store.subscribe, store.views, () => served);
  useEffect(() => {
    if (!sheet.editable) return;
    store.retry();
    const warn = (event: BeforeUnloadEvent) => {
      if (store.dirty()) event.preventDefault();
    };
    window.addEventListener('online', store.retry);
    window.addEventListener(SESSION_RENEWED, store.retry);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', store.retry);
      window.removeEventListener(SESSION_RENEWED, store.retry);
      window.removeEventListener('beforeunload', warn);
      store.stop();
    };
  }, [store, sheet.editable]);
  return { store, views };
}
