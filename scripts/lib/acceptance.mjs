import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from './paths.mjs';

const FILE = 'docs/acceptance.rows.yaml';
const numbers = (version) => version.split('.').map(Number);
const older = (a, b) => {
  const [left, right] = [numbers(a), numbers(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at >= 0 && left[at] < right[at];
};

/** The newest version folder of a region, e.g. tomsk/1.2.0. */
function newestOf(region) {
  const versions = fs.readdirSync(path.join(root, 'procedures', region)).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  return `${region}/${versions.reduce((newest, one) => (older(newest, one) ? one : newest))}`;
}

/** The rows of the acceptance list: { id, key, region, newest, line, says, seen, proof, partly }. */
export function readRows(text = fs.readFileSync(path.join(root, FILE), 'utf8')) {
  return Object.entries(parse(text)).flatMap(([key, { region, rows }]) =>
    Object.entries(rows).map(([id, row]) => ({ id, key, region, newest: newestOf(region), ...row })),
  );
}

const idsIn = (title) => [...title.matchAll(/\[((?:[A-Z]{2}-\d+[,\s/]*)+)\]/g)].flatMap(([, list]) => list.match(/[A-Z]{2}-\d+/g));

/**
 * Which rows the recorded tests prove: row id -> files. A test proves a row when it passed, its own title names the id, all it ran under was the newest
 * procedure of the row's region, and it was a test by clicks where the row asks for one. An id that is no row is told.
 */
export function provenBy(record, rows) {
  const known = new Map(rows.map((row) => [row.id, row]));
  const byId = new Map();
  const unknown = [];
  for (const [part, { tests }] of Object.entries(record)) {
    for (const { file, title, passed, procedures } of tests) {
      for (const id of idsIn(title)) {
        const row = known.get(id);
        if (!row) unknown.push({ id, file });
        else if (
          passed &&
          procedures.length > 0 &&
          procedures.every((name) => name === row.newest) &&
          (row.proof === 'program' || part === 'browser')
        )
          byId.set(id, [...new Set([...(byId.get(id) ?? []), file])].sort());
      }
    }
  }
  return { byId, unknown };
}

/** Parts the rows: met = proven with nothing missing; partly = something is missing by the list; open = not proven. */
export function countRows(rows, byId) {
  const partly = rows.filter((row) => row.partly);
  const met = rows.filter((row) => !row.partly && byId.has(row.id));
  const open = rows.filter((row) => !row.partly && !byId.has(row.id));
  return { met, partly, open };
}
