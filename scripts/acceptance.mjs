// Writes docs/acceptance.md: which rows of the acceptance list are proven by tests that ran. Needs the record that `npm test` leaves.
import fs from 'node:fs';
import path from 'node:path';
import { countRows, provenBy, readRows } from './lib/acceptance.mjs';
import { root } from './lib/paths.mjs';
import { PARTS, readRecord } from './lib/record.mjs';

const NOTES = 'docs/acceptance.notes.md';
const TARGET = 'docs/acceptance.md';
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

const record = readRecord();
const missing = PARTS.filter((part) => !record[part]);
if (missing.length > 0) {
  console.error(
    `No record of what ran (${missing.join(', ')}): nothing is counted. Run \`npm test\` whole, then \`npm run acceptance\` again.`,
  );
  process.exit(1);
}

const rows = readRows();
const proofs = provenBy(record, rows);
if (proofs.unknown.length > 0) {
  console.error(
    `No such rows: ${proofs.unknown.map(({ id, file }) => `${id} in ${file}`).join(', ')}. They are not in docs/acceptance.rows.yaml.`,
  );
  process.exit(1);
}
/** Row id -> what is built instead of what the source describes, from the list kept by hand. */
const better = new Map([...read(NOTES).matchAll(/^- ([A-Z]{2}-\d\d): (.+)$/gm)].map(([, id, text]) => [id, text]));
const { met, partly, open } = countRows(rows, proofs.byId);

const cell = (text) => text.replaceAll('|', '\\|');
const line = (row) => {
  const files = (proofs.byId.get(row.id) ?? []).map((file) => `\`${file}\``).join('<br>');
  return `| ${row.id} | ${row.line} | ${cell(row.says)} | ${cell(row.seen)} | ${files} | ${cell(row.partly ?? '')} | ${cell(better.get(row.id) ?? '')} |`;
};
const lines = [
  '# Acceptance rows',
  '',
  'Written by `npm run acceptance`; do not edit. A row counts when its id stands in the title of a test that ran and passed in the newest procedure of',
  'its region; what a person sees (`proof: browser` in `docs/acceptance.rows.yaml`) counts by a test of clicks only. What a row still lacks is in the column',
  '"partly": such a row is not counted as met.',
  '',
  `**${met.length} of ${rows.length} met, ${partly.length} partly, ${open.length} not proven.** Counted from the runs of ${PARTS.map((part) => `${record[part].at.slice(0, 10)} (${part}, commit ${record[part].commit?.slice(0, 7) ?? 'unknown'})`).join(' and ')}.`,
];
for (const key of new Set(rows.map(({ key }) => key))) {
  const own = rows.filter((row) => row.key === key);
  const count = (list) => list.filter((row) => row.key === key).length;
  lines.push(
    '',
    `## ${key}: ${own[0].region}, ${count(met)} of ${own.length} met, ${count(partly)} partly`,
    '',
    '| row | line | what the source says | where it is seen | proven by | partly: what is missing | better form |',
    '|---|---|---|---|---|---|---|',
    ...own.map(line),
  );
}
fs.writeFileSync(path.join(root, TARGET), `${lines.join('\n')}\n`);
console.log(`${met.length} of ${rows.length} rows met, ${partly.length} partly, ${open.length} not proven; ${TARGET}`);
