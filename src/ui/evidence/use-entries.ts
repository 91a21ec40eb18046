'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { SESSION_RENEWED, SessionEnded } from '@/ui/request';
import { tellActivity } from './entry-activity';
import { createEntrySaver, type EntriesState, type EntryIo, type EntrySaver, firstRows } from './entry-saver';
import type { EntryIndicator, StoredEntry } from './entry-typed';

/** The saver of one indicator's entries on this page. `place` tells the case or card apart in the browser's storage. */
export function useEntries(place: string, indicator: EntryIndicator, stored: readonly StoredEntry[], io: EntryIo) {
  const router = useRouter();
  const [state, setState] = useState<EntriesState>(() => ({ rows: firstRows(indicator, stored), state: 'idle', savedAt: null }));
  const saver = useRef<EntrySaver | null>(null);
  const given = useRef({ indicator, stored, io });
  given.current = { indicator, stored, io };
  const key = `attesta:entries:${place}:${indicator.id}`;
  useEffect(() => {
    const { indicator: form, stored: rows } = given.current;
    const made = createEntrySaver({
      indicator: form,
      stored: rows,
      key,
      storage: window.sessionStorage,
      io: {
        save: (entry, leaving) => given.current.io.save(entry, leaving),
        remove: (id) => given.current.io.remove(id),
        ...(given.current.io.restore ? { restore: (id) => (given.current.io.restore ?? noRestore)(id) } : {}),
      },
      newId: v7,
      changed: (next) => {
        setState(next);
        tellActivity(key, { unsaved: next.rows.filter((row) => row.unsaved).length, state: next.state });
      },
      counted: () => router.refresh(),
      ended: (error) => error instanceof SessionEnded,
    });
    saver.current = made;
    setState(made.state());
    if (made.state().rows.some((row) => row.unsaved)) void made.flush();
    const flush = () => void made.flush();
    const leave = () => made.leave();
    window.addEventListener('online', flush);
    window.addEventListener(SESSION_RENEWED, flush);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener(SESSION_RENEWED, flush);
      window.removeEventListener('pagehide', leave);
      made.stop();
      made.leave();
      tellActivity(key, null);
    };
  }, [key, router]);
  return { ...state, saver: () => saver.current };
}

const noRestore = () => Promise.reject(new Error('nothing restores'));
