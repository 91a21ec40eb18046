// `npm test`: every check and every test from a bare checkout; the last line is the sum. Parts, for developers:
// `npm test -- --only=checks|unit|api|e2e [pattern]`. Until the packages are installed: node: modules and Node 20 syntax only.
import { continueWithProjectNode, installDependencies } from './lib/install.mjs';
import { printFailure } from './lib/steps.mjs';

const [flag, ...rest] = process.argv.slice(2);
const only = /^--only=(checks|unit|api|e2e)$/.exec(flag ?? '')?.[1];

// Kept over the restart with the project's own Node: the printed time is the whole.
process.env.ATTESTA_BEGAN ??= String(Date.now());

try {
  if (flag && !only) {
    console.error(`Unknown option ${flag}. Known: --only=checks, --only=unit, --only=api, --only=e2e, each with an optional pattern`);
    process.exit(2);
  }
  await installDependencies();
  await continueWithProjectNode();
  const { test } = await import('./lib/test.mjs');
  await test({ only, patterns: rest });
} catch (error) {
  printFailure(error);
  const { stopAll } = await import('./lib/children.mjs');
  await stopAll();
  console.log('0 passed, 1 failed');
  process.exit(1);
}
