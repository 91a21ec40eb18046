// Checks the import walls of .dependency-cruiser.cjs. `walls.mjs [folder...]`, by default all sources.
import { createRequire } from 'node:module';
import { root } from './lib/paths.mjs';

const require = createRequire(import.meta.url);
const swc = require('@swc/core');

// dependency-cruiser reads TypeScript through @swc/core but never tells it that a .tsx file holds JSX.
const parseFileSync = swc.parseFileSync.bind(swc);
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: /\.[jt]sx$/.test(file) });

/** Cruises the folders below `baseDir`; says what breaks a wall and how many modules were read. */
export async function checkWalls(folders = ['src', 'graphql', 'prisma'], baseDir = root) {
  const { cruise } = await import('dependency-cruiser');
  const { default: extractTSConfig } = await import('dependency-cruiser/config-utl/extract-ts-config');
  const { options, forbidden } = require('../.dependency-cruiser.cjs');
  const tsConfig = extractTSConfig(`${root}/tsconfig.json`);
  const { output } = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true, baseDir }, {}, { tsConfig });
  const { violations, totalCruised } = output.summary;
  return { modules: totalCruised, violations: violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`) };
}

if (process.argv[1] === import.meta.filename) {
  const { modules, violations } = await checkWalls(process.argv.length > 2 ? process.argv.slice(2) : undefined);
  for (const violation of violations) console.error(violation);
  console.log(`${modules} modules, ${violations.length} broken walls`);
  process.exit(violations.length > 0 || modules < 50 ? 1 : 0);
}
