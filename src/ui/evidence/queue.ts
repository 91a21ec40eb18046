/** Files on their way from this browser to the store. Knows neither React nor the network: what it needs is given to it. */

/** Where a file goes: an indicator of the portfolio, a field of the application form, or a paper of the case. */
export interface Place {
  applicationId: string;
  indicatorId?: string;
  fieldId?: string;
  paper?: string;
  /** A larger file is not read at all: the server refuses it by its size. */
  maxBytes: number;
}

export type UploadState =
  | { kind: 'queued' }
  | { kind: 'uploading'; sent: number; total: number; leftSeconds: number | null }
  | { kind: 'checking' }
  | { kind: 'stored' }
  /** Said by the server, in the person's language; null: unread on this computer (no record yet), or refused by the store again and again. */
  | { kind: 'refused'; message: string | null }
  /** Kept in memory and sent again by itself. */
  | { kind: 'waiting'; reason: 'network' | 'session' };

export interface Upload {
  id: string;
  place: Place;
  file: File;
  replacesId: string | null;
  state: UploadState;
  /** Id of its record once the server knows it. */
  fileId: string | null;
}

export interface Refusal {
  code: string;
  message: string;
}
export interface Grant {
  fileId: string;
  url: string;
  fields: readonly { name: string; value: string }[];
  expiresAt: number;
}
export type Trouble = 'network' | 'session';

/** What the queue asks of the world. A rejected promise is a trouble that passes; `troubleOf` says which. */
export interface UploadIo {
  digest(file: File): Promise<string>;
  create(upload: Upload, sha256: string): Promise<Grant | { refusals: readonly Refusal[] }>;
  /** The store's status; rejects when the store was not reached. */
  post(grant: Grant, file: File, onProgress: (sent: number) => void, signal: AbortSignal): Promise<number>;
  complete(fileId: string): Promise<readonly Refusal[]>;
  cancel(fileId: string): Promise<void>;
  troubleOf(error: unknown): Trouble;
  /** Resolves when it is time to try again after so many tries. */
  untilRetry(trouble: Trouble, tries: number): Promise<void>;
  now(): number;
}

const AT_ONCE = 2;
/** Refusals that a new policy or a second sending cures. */
const AGAIN = ['UPLOAD_EXPIRED', 'UPLOAD_MISSING', 'FILE_DIGEST_MISMATCH'];
const TROUBLE_CODES = ['STORAGE_UNAVAILABLE', 'INSPECTION_UNAVAILABLE'];
const MOST_ANEW = 3;
const NO_DIGEST = '0'.repeat(64);

export type UploadQueue = ReturnType<typeof createUploadQueue>;

/** Makes a queue that sends two files at a time, keeps what waits for the network, and tells its listeners of every change. */
export function createUploadQueue(io: UploadIo) {
  let uploads: readonly Upload[] = [];
  let running = 0;
  let made = 0;
  const listeners = new Set<() => void>();
  const line: (() => void)[] = [];
  const aborts = new Map<string, AbortController>();
  const hurries = new Map<string, () => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const find = (id: string) => uploads.find((upload) => upload.id === id);
  const change = (id: string, part: Partial<Upload>) => {
    uploads = uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload));
    tell();
  };
  const become = (id: string, state: UploadState) => change(id, { state });
  const drop = (id: string) => {
    uploads = uploads.filter((upload) => upload.id !== id);
    tell();
  };

  async function takeTurn() {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => line.push(resolve));
    else running += 1;
  }
  function giveTurn() {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }

  /** Runs one step until it succeeds; between tries the file waits and another may go. */
  async function insist<T>(id: string, step: () => Promise<T>): Promise<T | undefined> {
    for (let tries = 1; find(id); tries += 1) {
      try {
        return await step();
      } catch (error) {
        if (!find(id)) return undefined;
        const trouble = io.troubleOf(error);
        become(id, { kind: 'waiting', reason: trouble });
        giveTurn();
        await Promise.race([io.untilRetry(trouble, tries), new Promise<void>((resolve) => hurries.set(id, resolve))]);
        hurries.delete(id);
        if (find(id)) become(id, { kind: 'queued' });
        await takeTurn();
      }
    }
    return undefined;
  }

  async function send(id: string): Promise<void> {
    const upload = find(id);
    if (!upload) return;
    const { file, place } = upload;
    const readable = file.size > 0 && file.size <= place.maxBytes;
    const sha256 = readable ? await io.digest(file).catch(() => null) : NO_DIGEST;
    if (sha256 === null) return become(id, { kind: 'refused', message: null });
    for (let anew = 0; find(id); anew += 1) {
      const granted = await insist(id, () => io.create(find(id) ?? upload, sha256));
      if (!granted) return;
      if ('refusals' in granted) return become(id, { kind: 'refused', message: granted.refusals[0]?.message ?? null });
      // Given up meanwhile: its record must not keep the portfolio from being sent.
      if (!find(id)) return void io.cancel(granted.fileId).catch(() => undefined);
      change(id, { fileId: granted.fileId });
      const refusals = await deliver(id, file, granted);
      if (!refusals || !find(id)) return;
      if (refusals.length === 0) return become(id, { kind: 'stored' });
      const [refusal] = refusals;
      if (anew >= MOST_ANEW || !refusal || !AGAIN.includes(refusal.code))
        return become(id, { kind: 'refused', message: refusal?.message || null });
      await io.cancel(granted.fileId).catch(() => undefined);
    }
  }

  /** Posts the bytes and asks the server to judge them; undefined when the upload was given up. */
  async function deliver(id: string, file: File, granted: Grant): Promise<readonly Refusal[] | undefined> {
    const posted = await insist(id, () => postOnce(id, file, granted));
    if (posted === undefined) return undefined;
    if (!posted) return [{ code: 'UPLOAD_EXPIRED', message: '' }];
    return insist(id, async () => {
      become(id, { kind: 'checking' });
      const refusals = await io.complete(granted.fileId);
      if (refusals.some((refusal) => TROUBLE_CODES.includes(refusal.code))) throw new Error('store unavailable');
      return refusals;
    });
  }

  /** False when the store refused, which an honest browser only meets after the policy has ended. */
  async function postOnce(id: string, file: File, granted: Grant): Promise<boolean> {
    if (io.now() >= granted.expiresAt) return false;
    const began = io.now();
    const progress = (sent: number) => {
      const seconds = (io.now() - began) / 1000;
      const leftSeconds = seconds > 2 && sent > 0 ? Math.ceil(((file.size - sent) * seconds) / sent) : null;
      become(id, { kind: 'uploading', sent: Math.min(sent, file.size), total: file.size, leftSeconds });
    };
    progress(0);
    const abort = new AbortController();
    aborts.set(id, abort);
    const status = await io.post(granted, file, progress, abort.signal).finally(() => aborts.delete(id));
    if (status >= 500) throw new Error(`store ${status}`);
    return status < 300;
  }

  async function start(id: string): Promise<void> {
    await takeTurn();
    try {
      await send(id);
    } finally {
      giveTurn();
    }
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => uploads,
    /** Files that leaving the page would lose. */
    isBusy: () => uploads.some((upload) => !['stored', 'refused'].includes(upload.state.kind)),
    add(place: Place, files: readonly File[], replacesId: string | null = null): void {
      const added = files.map((file): Upload => {
        made += 1;
        return { id: `u${made}`, place, file, replacesId, state: { kind: 'queued' }, fileId: null };
      });
      uploads = [...uploads, ...added];
      tell();
      for (const upload of added) void start(upload.id);
    },
    /** Gives an upload up, or puts a refused one away. */
    cancel(id: string): Promise<void> {
      const upload = find(id);
      if (!upload) return Promise.resolve();
      drop(id);
      aborts.get(id)?.abort();
      hurries.get(id)?.();
      if (!upload.fileId || upload.state.kind === 'stored') return Promise.resolve();
      return io.cancel(upload.fileId).catch(() => undefined);
    },
    /** Tries what waits at once. */
    hurry(id: string): void {
      hurries.get(id)?.();
    },
    /** Forgets uploads whose records the page now shows itself. */
    forget(fileIds: ReadonlySet<string>): void {
      const kept = uploads.filter((u) => !(u.fileId && fileIds.has(u.fileId) && ['stored', 'refused'].includes(u.state.kind)));
      if (kept.length === uploads.length) return;
      uploads = kept;
      tell();
    },
  };
}
