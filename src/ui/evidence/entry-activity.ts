'use client';
import { useSyncExternalStore } from 'react';
import type { Saving } from '@/ui/kit/save-state';

/** What the entries of this page are about: how many are not saved yet, and why. Read by the page's one line, and before the portfolio is sent. */
export interface EntryActivity {
  unsaved: number;
  state: Saving;
}

const places = new Map<string, EntryActivity>();
const listeners = new Set<() => void>();
const NOTHING: EntryActivity = { unsaved: 0, state: 'idle' };
let total = NOTHING;

/** Worse states outweigh better ones. */
const RANK: readonly Saving[] = ['idle', 'saved', 'saving', 'waiting', 'failed'];

/** Tells what one place is about; null when it has left the page. */
export function tellActivity(place: string, activity: EntryActivity | null): void {
  if (activity) places.set(place, activity);
  else places.delete(place);
  const all = [...places.values()];
  const next = {
    unsaved: all.reduce((sum, one) => sum + one.unsaved, 0),
    state: RANK[Math.max(0, ...all.map((one) => RANK.indexOf(one.state)))] ?? 'idle',
  };
  if (next.unsaved === total.unsaved && next.state === total.state) return;
  total = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Over every place of the page. */
export const useEntryActivity = (): EntryActivity =>
  useSyncExternalStore(
    subscribe,
    () => total,
    () => NOTHING,
  );
