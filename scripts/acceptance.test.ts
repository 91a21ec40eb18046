import { describe, expect, it } from 'vitest';
import { countRows, provenBy, readRows } from './lib/acceptance.mjs';

const rows = readRows(`
TM:
  region: tomsk
  rows:
    TM-01: { line: '1', says: a, seen: /, proof: browser }
    TM-02: { line: '2', says: b, seen: a letter, proof: program }
    TM-03: { line: '3', says: c, seen: a paper, proof: program, partly: no file }
`);
const newest = rows[0]?.newest ?? '';
const ran = (title: string, more: object = {}) => ({ file: 'a.test.ts', title, passed: true, procedures: [newest], ...more });
const proven = (programs: object[], browser: object[] = []) => [
  ...provenBy({ programs: { tests: programs }, browser: { tests: browser } }, rows).byId.keys(),
];

describe('an acceptance row is proven', () => {
  it('by a test whose title names it', () => expect(proven([ran('[TM-02] writes')])).toEqual(['TM-02']));
  it('by several rows in one title', () => expect(proven([ran('[TM-02, TM-03] writes')])).toEqual(['TM-02', 'TM-03']));
  it('by clicks only, where a person sees it', () => {
    expect(proven([ran('[TM-01] shows')])).toEqual([]);
    expect(proven([], [ran('[TM-01] shows')])).toEqual(['TM-01']);
  });
  it('not by a failed test', () => expect(proven([ran('[TM-02] writes', { passed: false })])).toEqual([]));
  it.each([[['samara/9.9.9']], [['tomsk/0.0.1']], [[newest, 'samara/9.9.9']], [[]]])('not by one that ran under %s', (procedures) =>
    expect(proven([ran('[TM-02] writes', { procedures })])).toEqual([]),
  );
  it('never by an id that is no row: it is told', () =>
    expect(provenBy({ programs: { tests: [ran('[TM-99] x')] } }, rows).unknown).toEqual([{ id: 'TM-99', file: 'a.test.ts' }]));
  it('and counts as met only when nothing of it is missing', () => {
    const { byId } = provenBy({ programs: { tests: [ran('[TM-02, TM-03] writes')] } }, rows);
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    const counted = countRows(rows, byId);
    expect([ids(counted.met), ids(counted.partly), ids(counted.open)]).toEqual([['TM-02'], ['TM-03'], ['TM-01']]);
  });
});

it('the list has every row once, each with a line, words, a place and a kind of proof', () => {
  const all = readRows();
  expect(all).toHaveLength(222);
  expect(new Set(all.map(({ id }) => id)).size).toBe(222);
  for (const row of all) {
    expect(row, row.id).toMatchObject({
      line: expect.stringMatching(/\d/),
      says: expect.stringMatching(/\S/),
      seen: expect.stringMatching(/\S/),
    });
    expect(['browser', 'program'], row.id).toContain(row.proof);
  }
});
