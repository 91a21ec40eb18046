import {
  type EntryColumn,
  type EntryIndicator,
  isBlank,
  missingColumn,
  type StoredEntry,
  sameTyped,
  sentOf,
  type Typed,
  typedOf,
} from './entry-typed';

/** Saves the entries of one indicator as they are typed. What the server has not acknowledged is kept in the storage and sent again. */

export interface EntryProblem {
  code: string;
  path: readonly string[];
  message: string;
}
export interface EntryAnswer {
  problems: readonly EntryProblem[];
  /** What is stored, also when it was refused as stale. */
  entry: (StoredEntry & { updatedAt: string }) | null;
}
/** Where entries go: a case or a card. A rejected promise is a trouble that passes. */
export interface EntryIo {
  /** `leaving`: the page is going away, the request must outlive it. Without a version the entry is new. */
  save(entry: { id: string; version: number | null; value: Record<string, unknown> }, leaving: boolean): Promise<EntryAnswer>;
  remove(id: string): Promise<{ problems: readonly EntryProblem[] }>;
  /** Where there is none, an entry taken back is written anew. */
  restore?(id: string): Promise<EntryAnswer>;
}

export interface EntryRow {
  /** Stays the same while the row is on the page. */
  key: string;
  id: string;
  /** null while the server does not know it. */
  version: number | null;
  typed: Typed;
  unsaved: boolean;
  /** Refusals by column; '' is about the whole entry. */
  errors: Readonly<Record<string, string>>;
  /** Another window has written this meanwhile. */
  theirs: StoredEntry | null;
}
export interface EntriesState {
  rows: readonly EntryRow[];
  state: 'idle' | 'saving' | 'saved' | 'waiting' | 'failed';
  savedAt: string | null;
}

interface SaverOptions {
  indicator: EntryIndicator;
  stored: readonly StoredEntry[];
  key: string;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  io: EntryIo;
  newId: () => string;
  changed: (state: EntriesState) => void;
  /** The number of entries the server knows has changed. */
  counted: () => void;
  /** Whether a failure means that the session has ended. */
  ended: (error: unknown) => boolean;
}

export const ENTRY_DELAY_MS = 800;
const RETRY_MS = [2000, 5000, 15_000, 30_000];

export type EntrySaver = ReturnType<typeof createEntrySaver>;

/** The rows a page begins with: those stored, and an empty one where there is only one. */
export function firstRows(indicator: EntryIndicator, stored: readonly StoredEntry[]): EntryRow[] {
  const rows = stored.map((entry, k): EntryRow => ({ ...fresh(indicator, `s${k}`, entry.id), ...known(indicator, entry) }));
  return rows.length === 0 && indicator.maxEntries === 1 ? [fresh(indicator, 'only', '')] : rows;
}
const fresh = (indicator: EntryIndicator, key: string, id: string): EntryRow => ({
  key,
  id,
  version: null,
  typed: typedOf(indicator, {}),
  unsaved: false,
  errors: {},
  theirs: null,
});
const known = (indicator: EntryIndicator, entry: StoredEntry) => ({
  id: entry.id,
  version: entry.version,
  typed: typedOf(indicator, entry.value),
});

/** Makes the saver of one indicator's entries on this page. */
export function createEntrySaver({ indicator, stored, key, storage, io, newId, changed, counted, ended }: SaverOptions) {
  let now: EntriesState = { rows: restoreTyped(firstRows(indicator, stored)), state: 'idle', savedAt: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;
  let made = 0;

  /** What an earlier page could not save stands in the controls again. */
  function restoreTyped(rows: EntryRow[]): EntryRow[] {
    const left = readKept(storage, key);
    const back = rows.map((row) => {
      const kept = left.find(({ id }) => id === row.id) ?? (indicator.maxEntries === 1 ? left[0] : undefined);
      return kept ? { ...row, id: row.id || kept.id, version: kept.version ?? row.version, typed: kept.typed, unsaved: true } : row;
    });
    if (indicator.maxEntries === 1) return back;
    const lost = left.filter(({ id }) => !rows.some((row) => row.id === id));
    return [...back, ...lost.map(({ id, typed }, k) => ({ ...fresh(indicator, `l${k}`, id), typed, unsaved: true }))];
  }

  const tell = (part: Partial<EntriesState>) => {
    now = { ...now, ...part };
    changed(now);
  };
  const find = (rowKey: string) => now.rows.find((row) => row.key === rowKey);
  const change = (rowKey: string, part: Partial<EntryRow>) =>
    tell({ rows: now.rows.map((row) => (row.key === rowKey ? { ...row, ...part } : row)) });
  const keep = () => {
    const left = now.rows.filter((row) => row.unsaved).map(({ id, version, typed }): Kept => ({ id, version, typed }));
    if (left.length) storage.setItem(key, JSON.stringify(left));
    else storage.removeItem(key);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  /** A row that can be sent as it stands. */
  const ready = (row: EntryRow) =>
    row.unsaved && !row.theirs && Object.keys(row.errors).length === 0 && missingColumn(indicator, row.typed) === null;

  async function drain(): Promise<void> {
    for (let row = now.rows.find(ready); row; row = now.rows.find(ready)) {
      tell({ state: 'saving' });
      if (isBlank(row.typed)) await clear(row);
      else settle(row, await io.save({ id: row.id, version: row.version, value: sentOf(indicator, row.typed) }, false));
      failures = 0;
    }
    rest();
  }

  /** Ends what was under way; a failure ends with the last row that waited for it. */
  function rest(): void {
    const over = now.state === 'saving' || ((now.state === 'failed' || now.state === 'waiting') && !now.rows.some((row) => row.unsaved));
    if (over) tell({ state: now.savedAt ? 'saved' : 'idle' });
  }

  /** A row whose every control was emptied is no entry any more; what is typed there next is a new one. */
  async function clear(row: EntryRow): Promise<void> {
    const { problems } = row.version === null ? { problems: [] } : await io.remove(row.id);
    const [problem] = problems;
    if (problem) return change(row.key, { errors: { '': problem.message } });
    const still = find(row.key);
    change(row.key, { id: newId(), version: null, unsaved: still ? !isBlank(still.typed) : false });
    keep();
    tell({ state: 'saved' });
    if (row.version !== null) counted();
  }

  function settle(row: EntryRow, { problems, entry }: EntryAnswer): void {
    const still = find(row.key);
    if (!still) return;
    const [problem] = problems;
    if (!problem && entry) {
      const unsaved = !sameTyped(still.typed, row.typed);
      change(row.key, { id: entry.id, version: entry.version, unsaved, errors: {}, theirs: null });
      keep();
      tell({ state: 'saved', savedAt: entry.updatedAt });
      if (row.version === null) counted();
      return;
    }
    if (problem?.code === 'STALE_VERSION' && (entry || row.version !== null)) {
      // Removed in another window while it was being changed here: what was typed stays, as a new entry.
      change(row.key, entry ? { theirs: entry } : { id: newId(), version: null });
      return;
    }
    const named = problems.map(({ path, message }): [string, string] => [columnOf(indicator.columns, path), message]);
    if (sameTyped(still.typed, row.typed)) change(row.key, { errors: Object.fromEntries(named) });
  }

  /** Sends what can be sent; true when everything typed is saved. */
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
    return now.rows.every((row) => !row.unsaved);
  }

  const make = (typed: Typed, unsaved: boolean): EntryRow => {
    made += 1;
    return { ...fresh(indicator, `n${made}`, newId()), typed, unsaved };
  };

  return {
    state: () => now,
    put(rowKey: string, column: string, held: string | readonly string[]) {
      const row = find(rowKey);
      if (!row) return;
      const { [column]: _was, '': _whole, ...errors } = row.errors;
      change(rowKey, { id: row.id || newId(), typed: { ...row.typed, [column]: held }, unsaved: true, errors });
      keep();
      later(ENTRY_DELAY_MS);
    },
    /** Adds an empty row; the server learns of it once something is typed. Its key. */
    add(): string {
      const row = make(typedOf(indicator, {}), false);
      tell({ rows: [...now.rows, row] });
      return row.key;
    },
    /** Takes a row away; what it was, so that it can be put back, or null when the server would not. */
    async remove(rowKey: string): Promise<{ row: EntryRow; at: number } | null> {
      while (running) await running;
      const at = now.rows.findIndex((row) => row.key === rowKey);
      const row = now.rows[at];
      if (!row) return null;
      if (row.version !== null) {
        const said = await io.remove(row.id).catch((error: unknown) => {
          tell({ state: ended(error) ? 'waiting' : 'failed' });
          return null;
        });
        if (!said) return null;
        const [problem] = said.problems;
        if (problem) {
          change(rowKey, { errors: { '': problem.message } });
          return null;
        }
      }
      tell({ rows: now.rows.filter((other) => other.key !== rowKey) });
      keep();
      rest();
      if (row.version !== null) counted();
      return { row, at };
    },
    /** Puts a removed row back where it was. */
    async putBack({ row, at }: { row: EntryRow; at: number }): Promise<void> {
      const answer = row.version !== null && io.restore ? await io.restore(row.id).catch(() => null) : null;
      const entry = answer?.problems.length === 0 ? answer.entry : null;
      const back = entry ? { ...row, ...known(indicator, entry), unsaved: false } : make(row.typed, !isBlank(row.typed));
      tell({ rows: [...now.rows.slice(0, at), back, ...now.rows.slice(at)] });
      keep();
      if (entry) counted();
      else later(0);
    },
    /** Ends a conflict: one's own text is written over theirs, or theirs is taken. */
    resolve(rowKey: string, choice: 'mine' | 'theirs') {
      const theirs = find(rowKey)?.theirs;
      if (!theirs) return;
      const taken = choice === 'theirs' ? { typed: typedOf(indicator, theirs.value), unsaved: false } : {};
      change(rowKey, { id: theirs.id, version: theirs.version, theirs: null, ...taken });
      keep();
      later(0);
    },
    flush,
    /** The page is going away: everything leaves at once, in requests that outlive it. */
    leave() {
      clearTimeout(timer);
      for (const row of now.rows)
        if (ready(row) && !isBlank(row.typed))
          void io
            .save({ id: row.id, version: row.version, value: sentOf(indicator, row.typed) }, true)
            .then((answer) => settle(row, answer))
            .catch(() => undefined);
    },
    stop: () => clearTimeout(timer),
  };
}

/** The column a refusal is about: the last step of its path. */
const columnOf = (columns: readonly EntryColumn[], path: readonly string[]) => columns.find(({ id }) => id === path.at(-1))?.id ?? '';

interface Kept {
  id: string;
  version: number | null;
  typed: Typed;
}

function readKept(storage: SaverOptions['storage'], key: string): Kept[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(read) ? read.filter((one): one is Kept => typeof one?.id === 'string' && typeof one?.typed === 'object') : [];
  } catch {
    return [];
  }
}
