// `npm run doctor`: what is configured, reachable and migrated, and whether the object store keeps its contract. Looks at the configured
// services, else at those of the site that runs here.
import path from 'node:path';
import { continueWithProjectNode, installDependencies } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { runningSite } from './lib/running.mjs';
import { printFailure, say } from './lib/steps.mjs';

try {
  await installDependencies();
  await continueWithProjectNode();
  const { bundlePrograms } = await import('./lib/build.mjs');
  const { run } = await import('./lib/children.mjs');
  const site = runningSite();
  if (site) say(`The site runs here (process ${site.pid}): its local services are looked at, and whatever is configured from outside.\n`);
  else if (!process.env.DATABASE_URL)
    say('No site runs here and DATABASE_URL is not set: start one with `npm run up`, or set the variables of .env.example.\n');
  await bundlePrograms(['doctor']);
  const env = { ...site?.variables, ...process.env };
  await run(process.execPath, [path.join(root, 'dist/doctor.mjs')], { cwd: root, env, inherit: true });
} catch (error) {
  if (!/doctor\.mjs/.test(error.message)) printFailure(error);
  process.exit(1);
}
