import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEntrySaver, ENTRY_DELAY_MS, type EntriesState, type EntryAnswer, type EntryIo } from './entry-saver';
import type { EntryIndicator, StoredEntry } from './entry-typed';

class Ended extends Error {}
const column = (id: string, type = 'text', required = false) => ({ id, label: id, type, max: 100, required, options: [] });
const LINK: EntryIndicator = {
  id: 'i',
  entryKind: 'link',
  maxEntries: 20,
  maxChoices: 0,
  columns: [column('url', 'url', true), column('title')],
  options: [],
};
const TEXT: EntryIndicator = { ...LINK, entryKind: 'text', maxEntries: 1, columns: [column('text', 'long', true)] };
const ROW: EntryIndicator = { ...LINK, entryKind: 'row', columns: [column('topic'), column('hours', 'number')] };

const problem = (code: string, path: string[] = []) => ({ code, path, message: `${code}.` });

function setUp(indicator: EntryIndicator, stored: StoredEntry[] = [], kept: string | null = null) {
  const box = new Map(kept ? [['k', kept]] : []);
  const calls: string[] = [];
  const answers: (EntryAnswer | Error)[] = [];
  const states: EntriesState[] = [];
  let made = 0;
  const io: Required<EntryIo> = {
    save: async ({ id, version, value }, leaving) => {
      calls.push(`save ${id}@${version} ${JSON.stringify(value)}${leaving ? '!' : ''}`);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? { problems: [], entry: { id, value, version: (version ?? 0) + 1, updatedAt: '2026-11-24T10:00:00Z' } };
    },
    remove: async (id) => {
      calls.push(`remove ${id}`);
      return { problems: [] };
    },
    restore: async (id) => {
      calls.push(`restore ${id}`);
      return { problems: [], entry: { id, value: { topic: 'назад' }, version: 5, updatedAt: '2026-11-24T10:00:00Z' } };
    },
  };
  const counted = vi.fn();
  const saver = createEntrySaver({
    indicator,
    stored,
    key: 'k',
    storage: {
      getItem: (key) => box.get(key) ?? null,
      setItem: (key, value) => void box.set(key, value),
      removeItem: (key) => void box.delete(key),
    },
    io,
    newId: () => {
      made += 1;
      return `id${made}`;
    },
    changed: (state) => states.push(state),
    counted,
    ended: (error) => error instanceof Ended,
  });
  return { saver, io, calls, answers, box, counted, rows: () => saver.state().rows, only: () => saver.state().rows[0] };
}
const pause = () => vi.advanceTimersByTimeAsync(ENTRY_DELAY_MS);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('entries save themselves', () => {
  it('a new one under its own id, then version by version, numbers with a comma', async () => {
    const { saver, calls, counted } = setUp(ROW);
    const key = saver.add();
    saver.put(key, 'topic', 'Урок');
    saver.put(key, 'hours', '1 200,5');
    await pause();
    saver.put(key, 'hours', 'много');
    await pause();
    expect(calls).toEqual(['save id1@null {"topic":"Урок","hours":1200.5}', 'save id1@1 {"topic":"Урок","hours":"много"}']);
    expect(counted).toHaveBeenCalledTimes(1);
  });

  it('not before what is required is there, nor a row nothing was typed into', async () => {
    const { saver, calls, only } = setUp(LINK);
    const key = saver.add();
    await saver.flush();
    saver.put(key, 'title', 'Урок');
    await pause();
    expect(calls).toEqual([]);
    expect(only()?.unsaved).toBe(true);
    saver.put(key, 'url', 'https://example.org');
    await pause();
    expect(calls).toHaveLength(1);
  });

  it('what was typed while a save was on its way is sent after it', async () => {
    const { saver, calls } = setUp(TEXT);
    saver.put('only', 'text', 'а');
    const sending = saver.flush();
    saver.put('only', 'text', 'аб');
    await sending;
    await pause();
    expect(calls).toEqual(['save id1@null {"text":"а"}', 'save id1@1 {"text":"аб"}']);
  });

  it('an emptied one is removed; the next text is a new one', async () => {
    const { saver, calls, counted } = setUp(TEXT, [{ id: 'a', value: { text: 'было' }, version: 3 }]);
    saver.put('s0', 'text', '  ');
    await pause();
    saver.put('s0', 'text', 'снова');
    await pause();
    expect(calls).toEqual(['remove a', 'save id1@null {"text":"снова"}']);
    expect(counted).toHaveBeenCalledTimes(2);
  });
});

describe('nothing typed is lost', () => {
  it('a refusal stands at its column and the value is not sent again until it changes', async () => {
    const { saver, calls, answers, only } = setUp(LINK);
    const key = saver.add();
    answers.push({ problems: [problem('LINK_NOT_ALLOWED', ['indicator', 'i', 'url'])], entry: null });
    saver.put(key, 'url', 'file:///F:/a.docx');
    await pause();
    expect(only()).toMatchObject({ errors: { url: 'LINK_NOT_ALLOWED.' }, unsaved: true, typed: { url: 'file:///F:/a.docx' } });
    await saver.flush();
    expect(calls).toHaveLength(1);
    saver.put(key, 'url', 'https://example.org');
    await pause();
    expect(only()).toMatchObject({ errors: {}, unsaved: false });
  });

  it('a lost connection: kept, tried again by itself with the same id', async () => {
    const { saver, calls, answers, box, only } = setUp(TEXT);
    answers.push(new Error('network'));
    saver.put('only', 'text', 'а');
    await pause();
    expect(saver.state().state).toBe('failed');
    expect(box.get('k')).toContain('"а"');
    await vi.advanceTimersByTimeAsync(2000);
    expect(calls).toEqual(['save id1@null {"text":"а"}', 'save id1@null {"text":"а"}']);
    expect(only()?.unsaved).toBe(false);
    expect(box.has('k')).toBe(false);
  });

  it('the session has ended: waits and does not knock', async () => {
    const { saver, calls, answers } = setUp(TEXT);
    answers.push(new Ended());
    saver.put('only', 'text', 'а');
    await pause();
    await vi.advanceTimersByTimeAsync(120_000);
    expect([saver.state().state, calls.length]).toEqual(['waiting', 1]);
    expect(await saver.flush()).toBe(true);
  });

  it('a reloaded page shows what was not saved, with the version it was typed over', async () => {
    const kept = JSON.stringify([
      { id: 'a', version: 1, typed: { topic: 'моё', hours: '' } },
      { id: 'n', version: null, typed: { topic: 'новая', hours: '2' } },
    ]);
    const { saver, calls, rows } = setUp(ROW, [{ id: 'a', value: { topic: 'их' }, version: 2 }], kept);
    expect(rows().map((row) => row.typed.topic)).toEqual(['моё', 'новая']);
    await saver.flush();
    expect(calls).toEqual(['save a@1 {"topic":"моё"}', 'save n@null {"topic":"новая","hours":2}']);
  });

  it('a reloaded page sends an only entry under the id it had: the server may know it already', async () => {
    const { saver, calls, only } = setUp(TEXT, [], JSON.stringify([{ id: 'n', version: null, typed: { text: 'а' } }]));
    await saver.flush();
    expect(calls).toEqual(['save n@null {"text":"а"}']);
    expect(only()).toMatchObject({ id: 'n', version: 1, unsaved: false });
  });

  it('broken storage is no reason to stop', () => expect(setUp(ROW, [], '{"a":').rows()).toEqual([]));

  it('leaving the page sends what can be sent in requests that outlive it', () => {
    const { saver, calls } = setUp(TEXT);
    saver.put('only', 'text', 'а');
    saver.leave();
    expect(calls).toEqual(['save id1@null {"text":"а"}!']);
  });
});

describe('another window', () => {
  const theirs = { id: 'a', value: { text: 'их' }, version: 4, updatedAt: '2026-11-24T10:00:00Z' };
  async function clash() {
    const made = setUp(TEXT, [{ id: 'a', value: { text: 'было' }, version: 3 }]);
    made.answers.push({ problems: [problem('STALE_VERSION', ['indicator', 'i'])], entry: theirs });
    made.saver.put('s0', 'text', 'моё');
    await pause();
    expect(made.only()).toMatchObject({ theirs: { version: 4 }, typed: { text: 'моё' }, unsaved: true });
    return made;
  }
  it('has written: mine is kept until I decide, then written over theirs', async () => {
    const { saver, calls } = await clash();
    await saver.flush();
    expect(calls).toHaveLength(1);
    saver.resolve('s0', 'mine');
    await pause();
    expect(calls.at(-1)).toBe('save a@4 {"text":"моё"}');
  });
  it('has written: or theirs is taken', async () => {
    const { saver, calls, only } = await clash();
    saver.resolve('s0', 'theirs');
    await pause();
    expect(only()).toMatchObject({ typed: { text: 'их' }, version: 4, unsaved: false });
    expect(calls).toHaveLength(1);
  });
  it('has removed it: what was typed becomes a new entry', async () => {
    const { saver, calls, answers } = setUp(TEXT, [{ id: 'a', value: { text: 'было' }, version: 3 }]);
    answers.push({ problems: [problem('STALE_VERSION')], entry: null });
    saver.put('s0', 'text', 'моё');
    await pause();
    expect(calls).toEqual(['save a@3 {"text":"моё"}', 'save id1@null {"text":"моё"}']);
  });
});

describe('rows', () => {
  const stored = [
    { id: 'a', value: { topic: 'один' }, version: 1 },
    { id: 'b', value: { topic: 'два', hours: 3 }, version: 1 },
  ];
  it('are removed and put back where they were', async () => {
    const { saver, calls, rows } = setUp(ROW, stored);
    const gone = await saver.remove('s0');
    expect(rows().map(({ id }) => id)).toEqual(['b']);
    if (gone) await saver.putBack(gone);
    expect(calls).toEqual(['remove a', 'restore a']);
    expect(rows()).toMatchObject([{ id: 'a', version: 5, typed: { topic: 'назад' } }, { id: 'b' }]);
  });
  it('a removal that was not answered is told until it is done, or all is saved', async () => {
    const { saver, answers, io } = setUp(ROW, stored);
    const broken = () => Promise.reject(new Error('network'));
    vi.spyOn(io, 'remove').mockImplementationOnce(broken).mockImplementationOnce(broken);
    expect(await saver.remove('s0')).toBeNull();
    expect(saver.state().state).toBe('failed');
    await saver.remove('s0');
    expect(saver.state().state).toBe('failed');
    await saver.flush();
    expect(saver.state().state).toBe('idle');
    answers.push(new Error('network'));
    saver.put('s1', 'topic', 'три');
    await pause();
    expect(saver.state()).toMatchObject({ state: 'failed', rows: [{ unsaved: false }, { unsaved: true }] });
    await saver.remove('s0');
    expect(saver.state().state).toBe('failed');
    await saver.remove('s1');
    expect(saver.state()).toMatchObject({ state: 'idle', rows: [] });
  });
  it('that were never saved go and come back without the server', async () => {
    const { saver, calls } = setUp(ROW, stored);
    const key = saver.add();
    saver.put(key, 'topic', 'три');
    const gone = await saver.remove(key);
    expect(saver.state().rows).toHaveLength(2);
    await pause();
    expect(calls).toEqual([]);
    if (gone) await saver.putBack(gone);
    await pause();
    expect(calls).toEqual(['save id2@null {"topic":"три"}']);
  });
});
