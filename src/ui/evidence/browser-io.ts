import { CancelEvidenceUploadDocument, CompleteEvidenceUploadDocument, CreateEvidenceUploadDocument } from '@/gql/graphql';
import { request, SESSION_RENEWED, SessionEnded } from '@/ui/request';
import type { Grant, Trouble, UploadIo } from './queue';
import { sha256 } from './sha256';

const PAUSES_SECONDS = [3, 6, 12, 30, 60];
/** A policy that ends within this time is not worth beginning with. */
const MARGIN_MS = 5_000;

function post(grant: Grant, file: File, onProgress: (sent: number) => void, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const { name, value } of grant.fields) form.append(name, value);
    form.append('file', file);
    // fetch tells nothing of what has been sent
    const xhr = new XMLHttpRequest();
    xhr.open('POST', grant.url);
    xhr.upload.onprogress = (event) => onProgress(event.loaded);
    xhr.onload = () => resolve(xhr.status);
    xhr.onerror = () => reject(new Error('the store was not reached'));
    xhr.onabort = () => reject(new Error('given up'));
    signal.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(form);
  });
}

const once = (event: string) => new Promise<void>((resolve) => window.addEventListener(event, () => resolve(), { once: true }));

function untilRetry(trouble: Trouble, tries: number): Promise<void> {
  if (trouble === 'session') return once(SESSION_RENEWED);
  const seconds = PAUSES_SECONDS[Math.min(tries, PAUSES_SECONDS.length) - 1] ?? 60;
  const pause = new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));
  return Promise.race([once('online'), pause]);
}

/** The queue's world in a browser: our API for claims and verdicts, the store for bytes. */
export const browserIo: UploadIo = {
  digest: sha256,
  now: () => Date.now(),
  post,
  untilRetry,
  troubleOf: (error) => (error instanceof SessionEnded ? 'session' : 'network'),
  async create({ place, file, replacesId }, digest) {
    const { applicationId, indicatorId = null, fieldId = null, paper = null } = place;
    const input = { applicationId, indicatorId, fieldId, paper, name: file.name, size: file.size, sha256: digest, replacesId };
    const { createEvidenceUpload: made } = await request(CreateEvidenceUploadDocument, { input });
    if (!made.file || !made.policy) return { refusals: made.problems };
    return {
      fileId: made.file.id,
      url: made.policy.url,
      fields: made.policy.fields,
      expiresAt: new Date(made.policy.expiresAt).getTime() - MARGIN_MS,
    };
  },
  async complete(id) {
    return (await request(CompleteEvidenceUploadDocument, { id })).completeEvidenceUpload.problems;
  },
  async cancel(id) {
    await request(CancelEvidenceUploadDocument, { id });
  },
};
