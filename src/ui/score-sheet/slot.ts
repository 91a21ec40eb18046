/** What one cell or the recommendations hold. */
export interface Content {
  value: string;
  comment: string;
}
export interface Stored extends Content {
  version: number;
  /** When it was written; empty for a cell that nobody wrote. */
  updatedAt: string;
}

/** What the server said to one save. */
export type Outcome =
  | { kind: 'saved'; stored: Stored }
  | { kind: 'stale'; stored: Stored | null }
  /** `closed`: nothing of this sheet is taken any more. */
  | { kind: 'refused'; message: string; closed: boolean };

export interface SlotView {
  content: Content;
  state: 'idle' | 'saving' | 'saved' | 'waiting' | 'failed' | 'clash';
  /** The sentence of a refusal. */
  message: string | null;
  /** The value of the other tab, while two stand against each other. */
  theirs: Stored | null;
}

export interface SlotOptions {
  stored: Stored | null;
  /** What an earlier page could not save, and the version it was typed over. */
  left: (Content & { version: number }) | null;
  send: (content: Content, version: number) => Promise<Outcome>;
  /** Keeps what is not acknowledged yet; null once it is. */
  keep: (left: (Content & { version: number }) | null) => void;
  changed: () => void;
  closed: () => void;
  /** The session has ended: a timer cannot help, a new sign-in will. */
  ended: (error: unknown) => boolean;
}

const RETRY_MS = [2000, 5000, 15_000, 30_000];
const same = (a: Content, b: Content) => a.value === b.value && a.comment === b.comment;
const EMPTY: Stored = { value: '', comment: '', version: 0, updatedAt: '' };

export type Slot = ReturnType<typeof createSlot>;

/**
 * One thing that saves itself: a save at a time, the last content wins, a lost answer is not a second value, an unsent content survives the page. Where
 * another tab was first, both values stand until the person chooses.
 */
export function createSlot({ stored, left, send, keep, changed, closed, ended }: SlotOptions) {
  let saved = stored ?? EMPTY;
  let view: SlotView = { content: { value: saved.value, comment: saved.comment }, state: 'idle', message: null, theirs: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;

  const tell = (part: Partial<SlotView>) => {
    view = { ...view, ...part };
    changed();
  };
  const dirty = () => !same(view.content, saved);
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  async function drain(): Promise<void> {
    while (dirty() && view.state !== 'clash' && view.state !== 'failed') {
      const content = view.content;
      tell({ state: 'saving', message: null });
      settle(content, await send(content, saved.version));
      failures = 0;
    }
  }

  function settle(sent: Content, outcome: Outcome): void {
    if (outcome.kind === 'refused') {
      tell({ state: 'failed', message: outcome.message });
      if (outcome.closed) closed();
      return;
    }
    const now = outcome.stored ?? EMPTY;
    // The version moved, but the content is the one sent (its answer was lost) or the one seen: there is no other value to choose from.
    const settled = outcome.kind === 'saved' || same(now, sent);
    if (!settled && !same(now, saved)) {
      tell({ state: 'clash', theirs: now });
      return;
    }
    saved = now;
    if (dirty()) return;
    keep(null);
    tell({ state: 'saved' });
  }

  function failed(error: unknown): void {
    tell({ state: 'waiting' });
    if (ended(error)) return;
    later(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
    failures += 1;
  }

  /** Sends what waits; true when nothing does. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    while (running) await running;
    running = drain().catch(failed);
    await running;
    running = null;
    return !dirty();
  }

  if (left && !same(left, saved)) {
    view = { ...view, content: { value: left.value, comment: left.comment }, state: 'waiting' };
    if (left.version !== saved.version) view = { ...view, state: 'clash', theirs: saved };
  } else if (left) keep(null);

  return {
    view: () => view,
    dirty,
    /** Takes what was typed; it is sent after `delay`, at once without one. */
    edit(part: Partial<Content>, delay = 0): void {
      const content = { ...view.content, ...part };
      const state = view.state === 'clash' || view.state === 'saving' ? view.state : 'idle';
      tell({ content, state, message: null });
      keep(dirty() ? { ...content, version: saved.version } : null);
      if (delay) later(delay);
      else void flush();
    },
    flush,
    retry(): void {
      if (view.state === 'failed' || view.state === 'waiting') tell({ state: 'idle' });
      void flush();
    },
    /** Decides between two values: one's own is written over the other, or the other is taken. */
    choose(which: 'mine' | 'theirs'): void {
      if (!view.theirs) return;
      saved = view.theirs;
      const content = which === 'mine' ? view.content : { value: saved.value, comment: saved.comment };
      tell({ content, state: which === 'mine' ? 'idle' : 'saved', theirs: null });
      if (which === 'theirs') keep(null);
      else void flush();
    },
    stop: () => clearTimeout(timer),
  };
}
