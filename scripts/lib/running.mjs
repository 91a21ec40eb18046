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
