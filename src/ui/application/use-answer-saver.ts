'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SaveApplicationFieldDocument } from '@/gql/graphql';
import { request, SESSION_RENEWED, SessionEnded } from '@/ui/request';
import { type AnswerSaver, createAnswerSaver, type SaverState } from './answer-saver';

const IDLE: SaverState = { state: 'idle', savedAt: null, errors: {} };

/** The saver of one application on this page. `restored` gets answers that an earlier page could not save. */
export function useAnswerSaver(applicationId: string, restored: (values: Record<string, string>) => void) {
  const [state, setState] = useState(IDLE);
  const saver = useRef<AnswerSaver | null>(null);
  const onRestored = useRef(restored);
  onRestored.current = restored;
  useEffect(() => {
    const made = createAnswerSaver({
      key: `attesta:answers:${applicationId}`,
      storage: window.sessionStorage,
      changed: setState,
      ended: (error) => error instanceof SessionEnded,
      send: async (fieldId, value, leaving) => {
        const input = { applicationId, fieldId, value };
        const { saveApplicationField: said } = await request(SaveApplicationFieldDocument, { input }, undefined, leaving);
        return { problem: said.problems[0]?.message ?? null, savedAt: said.savedAt ?? null };
      },
    });
    saver.current = made;
    const left = made.unsaved();
    if (Object.keys(left).length) {
      onRestored.current(left);
      void made.flush();
    }
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
    };
  }, [applicationId]);
  return {
    ...state,
    put: useCallback((id: string, value: string) => saver.current?.put(id, value), []),
    drop: useCallback((id: string) => saver.current?.drop(id), []),
    refusal: useCallback((id: string) => saver.current?.refusal(id), []),
    flush: useCallback(async () => (await saver.current?.flush()) ?? false, []),
  };
}
