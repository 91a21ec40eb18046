import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkClosedWords, statusWords } from './closedWords.mjs';

let folder: string;

/** A small house in which groups of statuses stand in the domain and are used by name. */
const house = {
  'src/domain/case/groups.ts': "export const LOST = ['CONFLICT', 'DECLINED'];",
  'src/server/store.ts': "import { LOST } from '../domain/case/groups';\nexport const store = LOST;",
  'src/server/one.ts': "export const final = (status: string) => status === 'FINAL' || status === null;",
  'src/server/store.test.ts': "export const tried = ['CONFLICT', 'DECLINED'];",
  'src/ui/words.ts': "export const roles = ['TEACHER', 'EXPERT'];",
};

const write = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'closed-words-'));
  for (const [name, text] of Object.entries(house)) write(name, text);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test('groups in the domain, one status, lists of other words and tests pass, and every source was read', () => {
  expect(statusWords().size).toBeGreaterThan(50);
  expect(checkClosedWords(['src'], folder)).toEqual({ files: 4, violations: [] });
});

test.each([
  ['status-list', 'src/server/bad.ts:2', "const x = 'ё';\nexport const bad = (s: string) => ['CONFIRMED', 'SCORING'].includes(s);"],
  ['status-list', 'src/server/bad.ts:1', "export const bad = { status: { in: ['RUNNING', 'LAPSED'] } };"],
  [
    'status-list',
    'src/ui/bad.tsx:2',
    "export const Bad = ({ row }: any) =>\n  row.status === 'PLANNED' || row.status === 'NOTICED' ? <p /> : null;",
  ],
  ['status-list', 'src/ui/bad.ts:1', "export const bad = (s: string) => s !== 'DRAFT' && s !== 'EXPIRED';"],
  ['status-list', 'src/server/bad.sql.ts:1', "export const bad = `select 1 where a.status in ('CONFIRMED', 'SCORING')`;"],
  ['status-list', 'src/ui/bad.ts:1', "export const bad = '?employer=ASKED'.length + 'ASKED,REMINDED'.length;"],
  ['status-list', 'src/ui/Bad.graphql:2', 'query Bad {\n  cases(filter: { employer: ["ASKED", "REMINDED"] })\n}'],
  ['no-default', 'src/domain/bad.ts:2', 'export function bad(s: string) { switch (s) {\n  default: return 1; } }'],
])('%s: %s is caught', (rule, place, text) => {
  write(place.replace(/:\d+$/, ''), text);
  expect(checkClosedWords(['src'], folder).violations).toEqual([`${rule}: ${place}`]);
});
