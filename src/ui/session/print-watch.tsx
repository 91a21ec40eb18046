'use client';
import { useEffect } from 'react';
import { NotePrintDocument } from '@/gql/graphql';
import { request } from '@/ui/request';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Tells the trail of every print of a page, by a button or by the browser's own menu; the answer is waited for by nobody. */
const tell = () => {
  const input = { title: document.title, recordId: ID.exec(window.location.pathname)?.[0] ?? null };
  void request(NotePrintDocument, { input }, undefined, true).catch(() => undefined);
};

/** Stands on every page of whoever reads about other people. */
export function PrintWatch() {
  useEffect(() => {
    window.addEventListener('beforeprint', tell);
    return () => window.removeEventListener('beforeprint', tell);
  }, []);
  return null;
}
