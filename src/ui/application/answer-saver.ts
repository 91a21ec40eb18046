/** What the server said to one answer. */
export interface SaveAnswer {
  /** The sentence of a refusal; the answer was not written. */
  problem: string | null;
  /** When it became durable. */
  savedAt: string | null;
}

export interface SaverState {
  state: 'idle' | 'saving' | 'saved' | 'waiting' | 'failed';
  savedAt: string | null;
  /** Refusals by field. */
  errors: Readonly<Record<string, string>>;
}

interface SaverOptions {
  /** Where unsaved answers wait while a page is reloaded or a person signs in again. */
  key: string;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** `leaving`: the page is going away, the request must outlive it. */
  send: (fieldId: string, value: string, leaving: boolean) => Promise<SaveAnswer>;
  changed: (state: SaverState) => void;
  /** Whether a failure means that the session has ended: then the saver waits for a new one instead of trying again. */
  ended: (error: unknown) => boolean;
}

export const SAVE_DELAY_MS = 600;
const RETRY_MS = [2000, 5000, 15_000, 30_000];

export type AnswerSaver = ReturnType<typeof createAnswerSaver>;

/** Saves answers one after the other as they are typed. What the server has not acknowledged is kept in the storage and sent again. */
export function createAnswerSaver({ key, storage, send, changed, ended }: SaverOptions) {
  const unsaved = new Map<string, string>(Object.entries(readStored(storage, key)));
  const refused = new Set<string>();
  let now: SaverState = { state: 'idle', savedAt: null, errors: {} };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;

  const tell = (part: Partial<SaverState>) => {
    now = { ...now, ...part };
    changed(now);
  };
  const keep = () => {
    if (unsaved.size) storage.setItem(key, JSON.stringify(Object.fromEntries(unsaved)));
    else storage.removeItem(key);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const next = () => [...unsaved].find(([id]) => !refused.has(id));

  async function drain(): Promise<void> {
    for (let entry = next(); entry; entry = next()) {
      const [id, value] = entry;
      tell({ state: 'saving' });
      const answer = await send(id, value, false);
      failures = 0;
      settle(id, value, answer);
    }
  }

  function settle(id: string, value: string, { problem, savedAt }: SaveAnswer) {
    const same = unsaved.get(id) === value;
    const { [id]: _before, ...others } = now.errors;
    if (problem) {
      if (same) refused.add(id);
      return tell({ state: now.savedAt ? 'saved' : 'idle', errors: same ? { ...others, [id]: problem } : now.errors });
    }
    if (same) unsaved.delete(id);
    keep();
    return tell({ state: 'saved', savedAt: savedAt ?? now.savedAt, errors: others });
  }

  /** Sends what waits; true when everything is saved. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    while (running) await running;
    running = drain().catch((error: unknown) => {
      if (ended(error)) return tell({ state: 'waiting' });
      tell({ state: 'failed' });
      later(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
      failures += 1;
    });
    await running;
    running = null;
    return unsaved.size === 0;
  }

  return {
    /** Answers typed but not acknowledged, of this page or of one before it. */
    unsaved: (): Record<string, string> => Object.fromEntries(unsaved),
    put(id: string, value: string) {
      unsaved.set(id, value);
      refused.delete(id);
      keep();
      later(SAVE_DELAY_MS);
    },
    /** Takes back an answer that has become meaningless, such as a school of another municipality. */
    drop(id: string) {
      unsaved.delete(id);
      refused.delete(id);
      keep();
    },
    flush,
    /** The refusal that stands for an answer now. */
    refusal: (id: string): string | undefined => now.errors[id],
    /** The page is going away: everything leaves at once, in requests that outlive it. */
    leave() {
      clearTimeout(timer);
      for (const [id, value] of unsaved)
        if (!refused.has(id))
          void send(id, value, true)
            .then((a) => settle(id, value, a))
            .catch(() => undefined);
    },
    stop: () => clearTimeout(timer),
  };
}

function readStored(storage: SaverOptions['storage'], key: string): Record<string, string> {
  try {
    const read: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    if (!read || typeof read !== 'object') return {};
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}
