'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ExpertCandidatesDocument, type ExpertCandidatesQuery } from '@/gql/graphql';
import { request } from '@/ui/request';

export type Candidate = NonNullable<ExpertCandidatesQuery['application']>['expertCandidates'][number];

const TYPING_MS = 300;

/** The candidates of a case as one types; an answer that was overtaken is dropped. */
export function useCandidates(applicationId: string, active: boolean) {
  const [candidates, setCandidates] = useState<readonly Candidate[] | null>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const [search, setSearch] = useState('');
  const asking = useRef<AbortController | null>(null);
  const load = useCallback(() => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    setState('loading');
    request(ExpertCandidatesDocument, { id: applicationId, search }, mine.signal)
      .then(({ application }) => {
        if (mine.signal.aborted) return;
        setCandidates(application?.expertCandidates ?? []);
        setState('idle');
      })
      .catch(() => mine.signal.aborted || setState('failed'));
  }, [applicationId, search]);
  const typed = useRef(search);
  useEffect(() => {
    if (!active || typed.current === search) return;
    typed.current = search;
    const timer = setTimeout(load, TYPING_MS);
    return () => clearTimeout(timer);
  }, [active, search, load]);
  return { candidates, state, search, setSearch, load };
}
