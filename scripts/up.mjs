// `npm run up`: everything from a bare checkout to a running site. `--fresh` starts over, `--dev` (npm run dev) reloads
// as one edits, `--demo` fills a database or store of somebody's with the demo.
// Until the packages are installed this file and what it imports use node: modules and Node 20 syntax only.
import { continueWithProjectNode, installDependencies } from './lib/install.mjs';
import { printFailure } from './lib/steps.mjs';

const known = ['--fresh', '--dev', '--demo'];
const unknown = process.argv.slice(2).find((flag) => !known.includes(flag));

// Kept over the restart with the project's own Node: the printed time is the whole.
process.env.ATTESTA_BEGAN ??= String(Date.now());

try {
  if (unknown) {
    console.error(
      `Unknown option ${unknown}. Known: --fresh (start over, the data is deleted), --dev (reload as you edit), --demo (a demo also where the data is not our own)`,
    );
    process.exit(2);
  }
  await installDependencies();
  await continueWithProjectNode();
  const { up } = await import('./lib/up.mjs');
  await up({ fresh: process.argv.includes('--fresh'), dev: process.argv.includes('--dev'), demo: process.argv.includes('--demo') });
} catch (error) {
  printFailure(error);
  const { stopAll } = await import('./lib/children.mjs');
  await stopAll();
  process.exit(1);
}
