// `npm run sweep`: whose the bucket is, which files in it no record knows, and a person's word about them (`--claim`, `--quarantine=N`).
// Looks at the configured services, else at those of the site that runs here.
import path from 'node:path';
import { continueWithProjectNode, installDependencies } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { runningSite } from './lib/running.mjs';
import { printFailure } from './lib/steps.mjs';

try {
  await installDependencies();
  await continueWithProjectNode();
  const { bundlePrograms } = await import('./lib/build.mjs');
  const { run } = await import('./lib/children.mjs');
  await bundlePrograms(['sweep']);
  const env = { ...runningSite()?.variables, ...process.env };
  await run(process.execPath, ['--enable-source-maps', path.join(root, 'dist/sweep.mjs'), ...process.argv.slice(2)], {
    cwd: root,
    env,
    inherit: true,
  });
} catch (error) {
  if (!/sweep\.mjs/.test(error.message)) printFailure(error);
  process.exit(1);
}
