import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWalls } from './walls.mjs';

let folder: string;

/** A small house with the same rooms, in which one file at a time breaks a wall. */
const house = {
  'src/domain/rule.ts': 'export const rule = 1;',
  'src/server/store.ts': "import { rule } from '../domain/rule';\nexport const store = rule;",
  'src/server/api.ts': "export { store } from './store';",
  'src/app/teacher/page.tsx': "import { store } from '../../server/api';\nexport default function Page() { return <p>{store}</p>; }",
  'src/app/expert/page.tsx': 'export default function Page() { return <p />; }',
};

const write = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'walls-'));
  for (const [name, text] of Object.entries(house)) write(name, text);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test('a house with every door in its place passes, and every file was read', async () => {
  expect(await checkWalls(['src'], folder)).toEqual({ modules: 5, violations: [] });
});

test.each([
  ['domain-is-pure', 'src/domain/bad.ts', "import { store } from '../server/store';\nexport const bad = store;"],
  ['domain-is-pure', 'src/domain/io.ts', "import fs from 'node:fs';\nexport const bad = fs;"],
  [
    'screens-reach-the-server-by-its-door',
    'src/app/teacher/bad.tsx',
    "import { store } from '../../server/store';\nexport const bad = <p>{store}</p>;",
  ],
  [
    'screens-reach-the-server-by-its-door',
    'src/ui/bad.ts',
    "import type { store } from '../server/store';\nexport type Bad = typeof store;",
  ],
  ['roles-are-strangers', 'src/app/teacher/bad.tsx', "import Page from '../expert/page';\nexport const bad = <Page />;"],
  ['server-knows-no-screen', 'src/server/bad.ts', "import Page from '../app/expert/page';\nexport const bad = Page;"],
])('%s: %s is caught', async (rule, file, text) => {
  write(file, text);
  const { violations } = await checkWalls(['src'], folder);
  expect(violations).toEqual([expect.stringContaining(`${rule}: ${file}`)]);
});
