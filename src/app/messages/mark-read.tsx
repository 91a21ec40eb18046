'use client';
import { useEffect } from 'react';
import { MarkNotificationsReadDocument } from '@/gql/graphql';
import { request } from '@/ui/request';

/** Once the list was shown, what was new counts as seen; the marks stay until the page is left. */
export function MarkRead() {
  useEffect(() => {
    // Nothing is lost when it fails: the letters stay unread until the next visit.
    request(MarkNotificationsReadDocument, {}).catch(() => undefined);
  }, []);
  return null;
}
