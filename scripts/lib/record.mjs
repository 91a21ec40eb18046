import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { dataFolders, root } from './paths.mjs';

const file = path.join(dataFolders.test, 'ran.json');

/** The two kinds of tests that a record is kept of: programs (unit and API tests) and browser (by clicks). */
export const PARTS = ['programs', 'browser'];

/** What ran the last time that a part of the tests ran whole: part -> { commit, at, tests: [{ file, title, procedures, passed }] }. */
export const readRecord = () => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {});

/** The commit that the checkout stands at; null where it is a copy without git. */
function findCommit() {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** Keeps what ran of the parts that ran whole; a run of single tests leaves the record as it is. */
export function writeRecord(ran, parts) {
  if (parts.length === 0) return;
  const commit = findCommit();
  const at = new Date().toISOString();
  const record = readRecord();
  for (const part of parts) record[part] = { commit, at, tests: ran.filter((one) => one.part === part).map(({ part: _, ...one }) => one) };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(record));
}
