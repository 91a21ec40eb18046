'use client';
import { useSyncExternalStore } from 'react';
import { browserIo } from './browser-io';
import { createUploadQueue, type Upload, type UploadQueue } from './queue';

let queue: UploadQueue | undefined;

/** The one queue of this browser tab: uploads go on while one moves between pages, and leaving the site asks first. */
export function uploadQueue(): UploadQueue {
  if (queue) return queue;
  const made = createUploadQueue(browserIo);
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  let asking = false;
  made.subscribe(() => {
    if (made.isBusy() === asking) return;
    asking = !asking;
    if (asking) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
  queue = made;
  return made;
}

const NONE: readonly Upload[] = [];

/** Uploads under way, of every place of the site. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => uploadQueue().subscribe(listener),
    () => uploadQueue().snapshot(),
    () => NONE,
  );
}
