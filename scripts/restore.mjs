// `npm run restore -- FOLDER`: puts database and files back from a backup, with the site stopped.
import path from 'node:path';
import { continueWithProjectNode, installDependencies } from './lib/install.mjs';
import { ownFolder } from './lib/lock.mjs';
import { dataFolders } from './lib/paths.mjs';
import { printFailure, say } from './lib/steps.mjs';

const dataFolder = dataFolders.demo;

try {
  await installDependencies();
  await continueWithProjectNode();
  const { stopAll, stopOnSignals } = await import('./lib/children.mjs');
  const { restore } = await import('./lib/backup.mjs');
  const { preferredPorts } = await import('./services/all.mjs');
  stopOnSignals();
  await ownFolder(dataFolder);
  await restore({
    dataFolder,
    folder: process.argv[2] && path.resolve(process.argv[2]),
    options: { dataFolder, ports: preferredPorts.demo, bucket: 'attesta' },
  });
  await stopAll();
  say(
    process.env.DATABASE_URL
      ? '\n  Restored. Start web, worker and files as before (docs/operations.md, "In production").'
      : '\n  Restored. Start the site with: npm run up',
  );
  process.exit(0);
} catch (error) {
  printFailure(error);
  const { stopAll } = await import('./lib/children.mjs');
  await stopAll();
  process.exit(1);
}
