'use client';
import { useCallback, useRef, useState } from 'react';
import { ExpertCandidatesDocument, type ExpertCandidatesQuery } from '@/gql/graphql';
import { request } from '@/ui/request';

type Found = NonNullable<ExpertCandidatesQuery['application']>;
export type Candidate = Found['expertCandidates'][number];

const TYPING_MS = 300;

/**
 * The candidates of a case, asked for anew at every opening and after every appointment: a list from before is taken away first, so that
 * nobody presses a button of it. While one types the list stays until the next one comes; an answer that was overtaken is dropped.
 */
export function useCandidates(applicationId: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const [search, setSearch] = useState('');
  const asking = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(
    (words: string) => {
      clearTimeout(timer.current);
      asking.current?.abort();
      const mine = new AbortController();
      asking.current = mine;
      setState('loading');
      request(ExpertCandidatesDocument, { id: applicationId, search: words }, mine.signal)
        .then(({ application }) => {
          if (mine.signal.aborted) return;
          setFound(application ?? null);
          setState('idle');
        })
        .catch(() => mine.signal.aborted || setState('failed'));
    },
    [applicationId],
  );
  const type = (words: string) => {
    setSearch(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(words), TYPING_MS);
  };
  const renew = () => {
    setSearch('');
    setFound(null);
    ask('');
  };
  const leave = () => {
    clearTimeout(timer.current);
    asking.current?.abort();
  };
  return { found, state, search, type, renew, leave, again: () => ask(search) };
}
