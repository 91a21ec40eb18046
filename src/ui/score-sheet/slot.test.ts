import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Content, createSlot, type Outcome, type SlotOptions, type Stored } from './slot';

const stored = (value: string, version: number): Stored => ({ value, comment: '', version, updatedAt: '2026-11-24T10:00:00Z' });
const settle = () => vi.advanceTimersByTimeAsync(0);

/** A slot against a server that answers what the test says. */
function setUp(options: Partial<SlotOptions> & { answers: (Outcome | Error)[] }) {
  const sent: { content: Content; version: number }[] = [];
  const kept: ({ value: string; version: number } | null)[] = [];
  const answers = [...options.answers];
  const closed = vi.fn();
  const slot = createSlot({
    stored: null,
    left: null,
    keep: (left) => kept.push(left && { value: left.value, version: left.version }),
    changed: () => undefined,
    closed,
    ended: (error) => error instanceof Error && error.message === 'session',
    send: async (content, version) => {
      sent.push({ content, version });
      const answer = answers.shift() ?? new Error('no answer');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...options,
  });
  return { slot, sent, kept, closed };
}

describe('a cell that saves itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('sends at once and forgets what is acknowledged', async () => {
    const { slot, sent, kept } = setUp({ answers: [{ kind: 'saved', stored: stored('3', 1) }] });
    slot.edit({ value: '3' });
    expect(slot.view().state).toBe('saving');
    await settle();
    expect(slot.view().state).toBe('saved');
    expect(sent).toEqual([{ content: { value: '3', comment: '' }, version: 0 }]);
    expect(kept).toEqual([{ value: '3', version: 0 }, null]);
  });

  test('what is typed while a save runs goes next, from the new version', async () => {
    const { slot, sent } = setUp({
      answers: [
        { kind: 'saved', stored: stored('1', 1) },
        { kind: 'saved', stored: stored('12', 2) },
      ],
    });
    slot.edit({ value: '1' });
    slot.edit({ value: '12' });
    await settle();
    await settle();
    expect(sent.map((s) => [s.content.value, s.version])).toEqual([
      ['1', 0],
      ['12', 1],
    ]);
    expect(slot.view().state).toBe('saved');
  });

  test('another tab was first: both values stand, and keeping one’s own writes over the other', async () => {
    const { slot, sent } = setUp({
      stored: stored('1', 1),
      answers: [
        { kind: 'stale', stored: stored('4', 2) },
        { kind: 'saved', stored: stored('2', 3) },
      ],
    });
    slot.edit({ value: '2' });
    await settle();
    expect(slot.view()).toMatchObject({ state: 'clash', content: { value: '2' }, theirs: { value: '4' } });
    slot.choose('mine');
    await settle();
    expect(sent.at(-1)).toEqual({ content: { value: '2', comment: '' }, version: 2 });
    expect(slot.view()).toMatchObject({ state: 'saved', theirs: null });
  });

  test('taking the other value sends nothing', async () => {
    const { slot, sent } = setUp({ stored: stored('1', 1), answers: [{ kind: 'stale', stored: stored('4', 2) }] });
    slot.edit({ value: '2' });
    await settle();
    slot.choose('theirs');
    expect(slot.view()).toMatchObject({ state: 'saved', content: { value: '4' } });
    expect(slot.dirty()).toBe(false);
    expect(sent).toHaveLength(1);
  });

  test('a save whose answer was lost is no second value', async () => {
    const { slot } = setUp({ answers: [new Error('network'), { kind: 'stale', stored: stored('3', 1) }] });
    slot.edit({ value: '3' });
    await settle();
    expect(slot.view().state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2000);
    expect(slot.view()).toMatchObject({ state: 'saved', theirs: null });
  });

  test('after the end of a session it waits for a new one, without a timer', async () => {
    const { slot, sent } = setUp({ answers: [new Error('session'), { kind: 'saved', stored: stored('3', 1) }] });
    slot.edit({ value: '3' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    slot.retry();
    await settle();
    expect(slot.view().state).toBe('saved');
  });

  test('what an earlier page could not save is sent; where the cell has changed since, both values stand', async () => {
    const left = { value: '5', comment: '', version: 1 };
    const first = setUp({ stored: stored('1', 1), left, answers: [{ kind: 'saved', stored: stored('5', 2) }] });
    expect(first.slot.view()).toMatchObject({ state: 'waiting', content: { value: '5' } });
    first.slot.retry();
    await settle();
    expect(first.slot.view().state).toBe('saved');
    const second = setUp({ stored: stored('2', 2), left, answers: [] });
    expect(second.slot.view()).toMatchObject({ state: 'clash', content: { value: '5' }, theirs: { value: '2' } });
  });

  test('a refusal stays with the cell, and a closed sheet is told to the page', async () => {
    const { slot, closed, sent } = setUp({ answers: [{ kind: 'refused', message: 'Оценка завершена.', closed: true }] });
    slot.edit({ value: '3' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(slot.view()).toMatchObject({ state: 'failed', message: 'Оценка завершена.' });
    expect(closed).toHaveBeenCalledOnce();
    expect(sent).toHaveLength(1);
  });
});
