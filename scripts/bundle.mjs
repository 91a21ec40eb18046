// Bundles every program of ours that runs outside Next into dist/*.mjs; packages stay in node_modules, but for the inspector's.
// `watchProgram` bundles one anew at every change.
import fs from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { root } from './lib/paths.mjs';

export const programs = {
  worker: 'src/worker.ts',
  console: 'src/console.ts',
  files: 'src/files.ts',
  seed: 'prisma/seed.ts',
  procedures: 'src/procedures.ts',
  sweep: 'src/sweep.ts',
  doctor: 'src/server/doctor.ts',
  env: 'src/server/env.ts',
  bucket: 'src/server/storage/bucket.ts',
  inspector: 'src/inspector.ts',
};

/** Runs without the right to read other files than its own: its packages go into it. */
const selfContained = new Set(['inspector']);

const options = {
  absWorkingDir: root,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
  loader: { '.graphql': 'text' },
};

/** Writes dist/<name>.mjs for each of the named programs, all of them by default. */
export async function bundle(names = Object.keys(programs)) {
  const entryPoints = Object.fromEntries(names.map((name) => [name, programs[name]]));
  const missing = Object.values(entryPoints).filter((file) => !fs.existsSync(path.join(root, file)));
  if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}`);
  await Promise.all(
    [true, false].map((alone) => {
      const entries = Object.entries(entryPoints).filter(([name]) => selfContained.has(name) === alone);
      return build({ ...options, packages: alone ? 'bundle' : 'external', entryPoints: Object.fromEntries(entries) });
    }),
  );
}

/** Bundles one program again at every change of its sources and calls `onBuilt` after each. */
export async function watchProgram(name, onBuilt) {
  const report = { name: 'report', setup: (hooks) => hooks.onEnd((result) => result.errors.length === 0 && onBuilt()) };
  const watcher = await context({ ...options, entryPoints: { [name]: programs[name] }, plugins: [report] });
  await watcher.watch();
  return watcher;
}

if (process.argv[1] === import.meta.filename) await bundle(process.argv.length > 2 ? process.argv.slice(2) : undefined);
