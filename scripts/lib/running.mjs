import fs from 'node:fs';
import path from 'node:path';
import { ownerOf } from './lock.mjs';
import { dataFolders } from './paths.mjs';

const file = (dataFolder) => path.join(dataFolder, 'variables.json');

/** Writes down the variables of the running site for doctor and backup, readable by the owner only. */
export function noteVariables(dataFolder, variables) {
  fs.writeFileSync(file(dataFolder), JSON.stringify(variables, null, 2), { mode: 0o600 });
  process.on('exit', () => fs.rmSync(file(dataFolder), { force: true }));
}

/** Process id and variables of the site that `npm run up` or `npm run dev` keeps running here, if one does. */
export function runningSite(dataFolder = dataFolders.demo) {
  const pid = ownerOf(dataFolder);
  if (!pid || !fs.existsSync(file(dataFolder))) return undefined;
  return { pid, variables: JSON.parse(fs.readFileSync(file(dataFolder), 'utf8')) };
}

const pauseFile = (dataFolder) => path.join(dataFolder, 'paused');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function askFor(site, done) {
  process.kill(site.pid, 'SIGUSR2');
  for (let waited = 0; !done(); waited += 100) {
    if (waited > 120_000) throw new Error(`the running site (process ${site.pid}) did not answer`);
    await sleep(100);
  }
}

/** Asks the site that runs here to stop its web server, worker and database, and resolves to what starts them again. */
export async function pauseSite(site, dataFolder = dataFolders.demo) {
  await askFor(site, () => fs.existsSync(pauseFile(dataFolder)));
  return () => askFor(site, () => !fs.existsSync(pauseFile(dataFolder)));
}

/** In the running site: the first request pauses, the next one goes on. */
export function answerPauseRequests(dataFolder, { pause, resume }) {
  fs.rmSync(pauseFile(dataFolder), { force: true });
  let turn = Promise.resolve();
  process.on('SIGUSR2', () => {
    turn = turn.then(async () => {
      if (fs.existsSync(pauseFile(dataFolder))) {
        await resume();
        fs.rmSync(pauseFile(dataFolder));
      } else {
        await pause();
        fs.writeFileSync(pauseFile(dataFolder), '');
      }
    });
  });
}
