'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useTransition } from 'react';

/**
 * Reads the page anew from the server. The promise is kept when what is shown is fresh, or when this part of the page is gone with it: only then
 * is it told that something was done, else the words stand over a table that says the opposite.
 */
export function useRefresh(): () => Promise<void> {
  const router = useRouter();
  const [pending, start] = useTransition();
  const waiting = useRef<(() => void)[]>([]);
  const settle = useCallback(() => {
    for (const shown of waiting.current.splice(0)) shown();
  }, []);
  useEffect(() => {
    if (!pending) settle();
  }, [pending, settle]);
  useEffect(() => settle, [settle]);
  return useCallback(
    () =>
      new Promise<void>((shown) => {
        start(() => {
          waiting.current.push(shown);
          router.refresh();
        });
      }),
    [router],
  );
}
