'use client';
import { useState } from 'react';
import { useRefresh } from '@/ui/kit/use-refresh';
import { SessionEnded } from '@/ui/request';
import type { Refusal } from './act-dialog';

/** One act on several cases, one after the other: what was refused stays beside its case. It ends when the page shows what was done. */
export function useBulk(failed: string) {
  const refresh = useRefresh();
  const [running, setRunning] = useState<{ done: number; all: number } | null>(null);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const run = async (ids: readonly string[], act: (id: string) => Promise<readonly Refusal[]>): Promise<string[]> => {
    const done: string[] = [];
    const problems: Record<string, string> = {};
    setRefused({});
    for (const [index, id] of ids.entries()) {
      setRunning({ done: index, all: ids.length });
      try {
        const found = await act(id);
        if (found.length === 0) done.push(id);
        else problems[id] = [...new Set(found.map((p) => p.message))].join(' ');
      } catch (error) {
        if (error instanceof SessionEnded) break;
        problems[id] = failed;
      }
    }
    if (done.length > 0) await refresh();
    setRefused(problems);
    setRunning(null);
    return done;
  };
  return { running, refused, run };
}
