// `npm run backup [-- FOLDER]`: saves database and files. A site that runs here is paused for it and goes on afterwards.
import path from 'node:path';
import { continueWithProjectNode, installDependencies } from './lib/install.mjs';
import { ownFolder } from './lib/lock.mjs';
import { dataFolders } from './lib/paths.mjs';
import { pauseSite, runningSite } from './lib/running.mjs';
import { printFailure, say } from './lib/steps.mjs';

const dataFolder = dataFolders.demo;
const folder = process.argv[2] && path.resolve(process.argv[2]);

/** Starts the services for the copy of the files, with the database stopped cleanly. */
async function serveFiles() {
  const { preferredPorts, startServices } = await import('./services/all.mjs');
  await ownFolder(dataFolder);
  const { variables, services } = await startServices({ dataFolder, ports: preferredPorts.demo, bucket: 'attesta' });
  const pause = async () => {
    await services.database.stop?.();
    return async () => {};
  };
  return { variables, pause };
}

try {
  await installDependencies();
  await continueWithProjectNode();
  const { stopAll, stopOnSignals } = await import('./lib/children.mjs');
  const { backup } = await import('./lib/backup.mjs');
  stopOnSignals();
  const site = runningSite();
  const { variables, pause } = site ? { variables: site.variables, pause: () => pauseSite(site) } : await serveFiles();
  const target = await backup({ dataFolder, folder, variables, pause });
  await stopAll();
  say(`\n  The backup is in ${target}\n  It holds personal data: keep it as safe as the database itself.`);
  process.exit(0);
} catch (error) {
  printFailure(error);
  const { stopAll } = await import('./lib/children.mjs');
  await stopAll();
  process.exit(1);
}
