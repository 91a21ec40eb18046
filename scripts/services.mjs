// The three local services alone, for development: `node scripts/services.mjs`, then in another terminal
// `set -a; . .data/dev.env; set +a`. Their data is in .data/dev, apart from the demo's and the tests'.
import fs from 'node:fs';
import path from 'node:path';
import { stopAll, stopOnSignals } from './lib/children.mjs';
import { ownFolder } from './lib/lock.mjs';
import { dataFolders, root } from './lib/paths.mjs';
import { printFailure, say } from './lib/steps.mjs';
import { preferredPorts, startEarly, startServices } from './services/all.mjs';

const options = { dataFolder: dataFolders.dev, ports: preferredPorts.dev, bucket: 'attesta', demo: true };
const file = path.join(root, '.data/dev.env');

try {
  stopOnSignals();
  await ownFolder(options.dataFolder);
  const { variables } = await startServices(options, startEarly(options));
  const site = { HOST: '127.0.0.1', PORT: '3000', APP_URL: 'http://127.0.0.1:3000', DEMO: '1', LOG_LEVEL: 'info' };
  const all = { ...variables, ...site, FILES_PORT: '3001', FILES_URL: 'http://127.0.0.1:3001' };
  const lines = Object.entries(all).map(([name, value]) => `${name}='${value}'`);
  fs.writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  say(`\nThe services run until Ctrl-C. Their variables: set -a; . ${path.relative(process.cwd(), file)}; set +a`);
  setInterval(() => {}, 1 << 30);
} catch (error) {
  printFailure(error);
  await stopAll();
  process.exit(1);
}
