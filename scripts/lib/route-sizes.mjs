import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { root } from './paths.mjs';
import { say } from './steps.mjs';

const limit = 230_000;
const unit = 1000;

/** What Next wrote beside each page: the client chunks of the page and of every layout around it. */
function entryFiles(manifest) {
  const context = vm.createContext({});
  vm.runInContext(`globalThis.self = globalThis; ${fs.readFileSync(manifest, 'utf8')}`, context);
  return Object.entries(context.__RSC_MANIFEST);
}

/** A page loads the entries of its own path: itself, its layouts and its boundaries, never another page's. */
const chunksOf = ({ entryJSFiles }) => Object.values(entryJSFiles).flat();

/**
 * Gzipped JavaScript that each route loads at first, printed largest first; rejects when one is over 230 kB.
 * Not counted: polyfills, which only browsers without modules load, and parts that a screen loads later.
 */
export async function routeSizes(folder) {
  const build = path.join(root, folder);
  const { rootMainFiles } = JSON.parse(fs.readFileSync(path.join(build, 'build-manifest.json'), 'utf8'));
  const sizes = new Map();
  const sizeOf = (chunk) => {
    if (!sizes.has(chunk)) sizes.set(chunk, gzipSync(fs.readFileSync(path.join(build, decodeURI(chunk)))).length);
    return sizes.get(chunk);
  };
  const app = path.join(build, 'server/app');
  const manifests = fs.readdirSync(app, { recursive: true }).filter((file) => String(file).endsWith('page_client-reference-manifest.js'));
  const routes = manifests.flatMap((file) => entryFiles(path.join(app, String(file))));
  if (routes.length === 0) throw new Error(`no route was found in ${app}`);
  const rows = routes.map(([entry, manifest]) => {
    const chunks = new Set([...rootMainFiles, ...chunksOf(manifest)].filter((file) => file.endsWith('.js')));
    return { route: entry.replace(/\/page$/, '') || '/', bytes: [...chunks].reduce((sum, chunk) => sum + sizeOf(chunk), 0) };
  });
  rows.sort((a, b) => b.bytes - a.bytes);
  for (const { route, bytes } of rows) say(`    ${(bytes / unit).toFixed(1).padStart(6)} kB  ${route}`);
  const over = rows.filter(({ bytes }) => bytes > limit);
  if (over.length > 0) throw new Error(`over ${limit / unit} kB: ${over.map(({ route }) => route).join(', ')}`);
  return `${rows.length} routes, the largest ${(rows[0].bytes / unit).toFixed(1)} kB`;
}
