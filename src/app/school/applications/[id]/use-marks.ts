'use client';
import { useEffect, useState } from 'react';

/** What the school thinks of one fact; `right` = how it should read. */
export interface Mark {
  verdict: 'yes' | 'no';
  right: string;
}
export interface Marks {
  facts: Readonly<Record<string, Mark>>;
  /** Words about the whole. */
  comment: string;
}

/** The marks of one case: kept in this browser until they are sent, so that signing in again loses nothing. */
export function useMarks(applicationId: string, given: Marks) {
  const key = `attesta:employer:${applicationId}`;
  const [marks, setMarks] = useState(given);
  useEffect(() => {
    const kept = readKept(key);
    if (kept) setMarks(kept);
  }, [key]);
  const change = (next: Marks) => {
    setMarks(next);
    window.sessionStorage.setItem(key, JSON.stringify(next));
  };
  return {
    marks,
    mark: (id: string, mark: Partial<Mark>) =>
      change({ ...marks, facts: { ...marks.facts, [id]: { verdict: 'no', right: '', ...marks.facts[id], ...mark } } }),
    say: (comment: string) => change({ ...marks, comment }),
    forget: () => window.sessionStorage.removeItem(key),
  };
}

function readKept(key: string): Marks | null {
  try {
    const read: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    return read && typeof read === 'object' && 'facts' in read && 'comment' in read ? (read as Marks) : null;
  } catch {
    return null;
  }
}
