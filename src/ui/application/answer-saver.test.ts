import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerSaver, SAVE_DELAY_MS, type SaveAnswer, type SaverState } from './answer-saver';

class Ended extends Error {}
const OK: SaveAnswer = { problem: null, savedAt: '2026-11-24T10:00:00Z' };

/** A browser's storage. */
function storage(kept: Record<string, string> = {}) {
  const map = new Map(Object.entries(kept));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
    read: () => JSON.parse(map.get('k') ?? '{}') as Record<string, string>,
  };
}

function saver(answers: (SaveAnswer | Error)[], kept: Record<string, string> = {}) {
  const sent: string[] = [];
  const states: SaverState[] = [];
  const box = storage(kept);
  const made = createAnswerSaver({
    key: 'k',
    storage: box,
    changed: (state) => states.push(state),
    ended: (error) => error instanceof Ended,
    send: async (id, value, leaving) => {
      sent.push(`${id}=${value}${leaving ? '!' : ''}`);
      const answer = answers.shift() ?? OK;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { made, sent, box, last: () => states.at(-1) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('answers save themselves', () => {
  it('waits for a pause in typing and sends the last value once', async () => {
    const { made, sent, box, last } = saver([]);
    for (const value of ['М', 'Ма', 'Мария']) made.put('first_name', value);
    expect(box.read()).toEqual({ first_name: 'Мария' });
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['first_name=Мария']);
    expect(last()).toMatchObject({ state: 'saved', savedAt: OK.savedAt });
    expect(box.read()).toEqual({});
  });

  it('a refused answer stays, is not sent again until it changes, and flushing says that something is left', async () => {
    const { made, sent, box, last } = saver([{ problem: 'Проверьте адрес', savedAt: null }]);
    made.put('email', 'нет');
    expect(await made.flush()).toBe(false);
    expect(last()?.errors).toEqual({ email: 'Проверьте адрес' });
    expect(made.refusal('email')).toBe('Проверьте адрес');
    expect(box.read()).toEqual({ email: 'нет' });
    await made.flush();
    expect(sent).toHaveLength(1);
    made.put('email', 'a@b.ru');
    expect(await made.flush()).toBe(true);
    expect(made.refusal('email')).toBeUndefined();
  });

  it('what is typed while a save is under way is sent after it', async () => {
    const { made, sent } = saver([]);
    made.put('education', 'Высшее');
    const first = made.flush();
    made.put('education', 'Высшее, 2009');
    await first;
    expect(await made.flush()).toBe(true);
    expect(sent).toEqual(['education=Высшее', 'education=Высшее, 2009']);
  });

  it('tries again by itself when the server cannot be reached, and loses nothing', async () => {
    const { made, sent, box, last } = saver([new Error('offline'), new Error('offline')]);
    made.put('subject', 'Физика');
    expect(await made.flush()).toBe(false);
    expect(last()?.state).toBe('failed');
    expect(box.read()).toEqual({ subject: 'Физика' });
    await vi.advanceTimersByTimeAsync(2000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(3);
    expect(last()?.state).toBe('saved');
    expect(box.read()).toEqual({});
  });

  it('when the session has ended it waits, keeps what was typed and sends it after signing in', async () => {
    const { made, box, last, sent } = saver([new Ended()]);
    made.put('education', 'Высшее');
    made.put('subject', 'Физика');
    expect(await made.flush()).toBe(false);
    expect(last()?.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(box.read()).toEqual({ education: 'Высшее', subject: 'Физика' });
    expect(await made.flush()).toBe(true);
    expect(box.read()).toEqual({});
  });

  it('a page that comes after finds what the one before could not save', async () => {
    const { made, sent } = saver([], { k: JSON.stringify({ subject: 'Физика', bad: 7 }) });
    expect(made.unsaved()).toEqual({ subject: 'Физика' });
    await made.flush();
    expect(sent).toEqual(['subject=Физика']);
    expect(saver([], { k: 'not json' }).made.unsaved()).toEqual({});
  });

  it('a page that goes away sends everything at once', async () => {
    const { made, sent } = saver([]);
    made.put('education', 'Высшее');
    made.put('subject', 'Физика');
    made.leave();
    expect(sent).toEqual(['education=Высшее!', 'subject=Физика!']);
  });

  it('an answer that became meaningless is not sent', async () => {
    const { made, sent, box } = saver([]);
    made.put('organisation', 'school');
    made.drop('organisation');
    made.put('municipality', 'place');
    await made.flush();
    expect(sent).toEqual(['municipality=place']);
    expect(box.read()).toEqual({});
  });
});
