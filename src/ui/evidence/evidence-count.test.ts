import { describe, expect, it } from 'vitest';
import { messages } from '@/messages/messages';
import { type CountedIndicator, countEvidence, EVIDENCE_KINDS, evidenceState } from './evidence-count';

const entry = (cells = 1) => ({ cells: Array.from({ length: cells }) });
const indicator = (input: string, entries: { cells: unknown[] }[] = [], files = 0, readable = true): CountedIndicator => ({
  input,
  readable,
  entries,
  files: Array.from({ length: files }),
});
const INPUTS = ['file', 'file_or_link', 'table', 'text', 'record', 'select', 'multiselect'];

describe('what an indicator holds', () => {
  it('is told by kind: a table is one however long, links and choices are counted', () => {
    const held = [
      indicator('table', [entry(3), entry(3), entry(3)]),
      indicator('file_or_link', [entry(2), entry(2)], 3),
      indicator('multiselect', [entry(4)]),
      indicator('record', [entry(5)]),
      indicator('text', [entry()]),
    ];
    expect(countEvidence(held)).toEqual([
      { kind: 'file', count: 3 },
      { kind: 'table', count: 1 },
      { kind: 'link', count: 2 },
      { kind: 'record', count: 1 },
      { kind: 'text', count: 1 },
      { kind: 'choice', count: 4 },
    ]);
  });

  it.each(INPUTS)('is never "none" once something stands under an indicator of input %s', (input) => {
    const files = input.startsWith('file') ? 1 : 0;
    expect(evidenceState([indicator(input)])).toBe('none');
    expect(evidenceState([indicator(input, input === 'file' ? [] : [entry()], files)])).toBe('some');
  });

  it('is not called empty where it may not be read, or where nothing is asked', () => {
    expect(evidenceState([indicator('table', [], 0, false)])).toBe('closed');
    expect(evidenceState([])).toBe('unasked');
  });

  it('has words for every kind and state in both languages', () => {
    for (const locale of ['ru', 'en'] as const)
      expect(Object.keys(messages[locale].portfolio.evidence).sort()).toEqual([...EVIDENCE_KINDS, 'none', 'unasked', 'closed'].sort());
  });
});
