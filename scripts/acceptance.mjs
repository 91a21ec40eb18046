// Writes docs/acceptance.md: which rows of the acceptance list are named by tests or met in a better form.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = {
  CH: ['Chelyabinsk', 40],
  TM: ['Tomsk', 55],
  SV: ['Sverdlovsk', 30],
  IR: ['Irkutsk', 30],
  SM: ['Samara', 48],
};
const TOTAL = Object.values(SOURCES).reduce((sum, [, rows]) => sum + rows, 0);
const NOTES = 'docs/acceptance.notes.md';
const TARGET = 'docs/acceptance.md';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const known = (id) => Number(id.slice(3)) >= 1 && Number(id.slice(3)) <= SOURCES[id.slice(0, 2)][1];

/** Row id -> test files whose titles name it, e.g. it('[SM-09] ...') or test('[SM-27, SM-29] ...'). */
function namedByTests() {
  const files = execFileSync('git', ['ls-files', '*.test.ts', '*.test.tsx', '*.spec.ts'], { cwd: root, encoding: 'utf8' });
  const rows = new Map();
  for (const file of files.split('\n').filter((name) => name && fs.existsSync(path.join(root, name)))) {
    for (const [, list] of read(file).matchAll(/\[((?:(?:CH|TM|SV|IR|SM)-\d+[,\s/]*)+)\]/g))
      for (const id of list.match(/[A-Z]{2}-\d+/g)) rows.set(id, (rows.get(id) ?? new Set()).add(file));
  }
  return rows;
}

/** Row id -> what is built instead, from the list kept by hand. */
function metBetter() {
  return new Map([...read(NOTES).matchAll(/^- ((?:CH|TM|SV|IR|SM)-\d+): (.+)$/gm)].map(([, id, text]) => [id, text]));
}

const tests = namedByTests();
const better = metBetter();
const met = [...new Set([...tests.keys(), ...better.keys()])].sort();
const unknown = met.filter((id) => !known(id));
if (unknown.length) {
  console.error(
    `No such rows: ${unknown.join(', ')}. They stand in ${[...unknown.flatMap((id) => [...(tests.get(id) ?? [])]), NOTES].join(', ')}.`,
  );
  process.exit(1);
}

const lines = [
  '# Acceptance rows',
  '',
  `Written by \`npm run acceptance\`; do not edit. A row counts when the title of a test names it, or when a better form of it is built (${NOTES}).`,
  '',
  `**${met.length} of ${TOTAL}**: ${tests.size} named by tests, ${[...better.keys()].filter((id) => !tests.has(id)).length} more met in a better form.`,
];
for (const [key, [name, count]] of Object.entries(SOURCES)) {
  const own = met.filter((id) => id.startsWith(key));
  lines.push('', `## ${key}: ${name}, ${own.length} of ${count}`, '');
  if (own.length === 0) {
    lines.push('None yet.');
    continue;
  }
  lines.push('| row | tests | better form |', '|---|---|---|');
  for (const id of own) {
    const files = [...(tests.get(id) ?? [])].sort().map((file) => `\`${file}\``);
    lines.push(`| ${id} | ${files.join('<br>')} | ${better.get(id) ?? ''} |`);
  }
  const missing = Array.from({ length: count }, (_, k) => `${key}-${String(k + 1).padStart(2, '0')}`).filter((id) => !own.includes(id));
  if (missing.length && missing.length <= count / 2) lines.push('', `Not yet: ${missing.join(', ')}.`);
}
fs.writeFileSync(path.join(root, TARGET), `${lines.join('\n')}\n`);
console.log(`${met.length} of ${TOTAL} rows, ${TARGET}`);
