import fs from 'node:fs';
import path from 'node:path';
import { startServices } from '../services/all.mjs';
import { databaseUser, postgresData } from '../services/postgres.mjs';
import { checkSavedBucket, restoreBucket, saveBucket } from './bucket-copy.mjs';
import { run } from './children.mjs';
import { withoutDemoMark } from './demo.mjs';
import { dumpDatabase, restoreDatabase } from './dump.mjs';
import { StepFailure, step } from './steps.mjs';

const format = 1;
const stampOf = (date) => date.toISOString().replaceAll(':', '-').slice(0, 19);

/** `cp` keeps owners, modes and holes; Node's own copy keeps none of them. */
async function copyFolder(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  await run('cp', ['-a', '--sparse=always', from, to]);
}

/** Real data stay real wherever they are put back: the next start there is no demo. */
function copyMark(from, to) {
  if (fs.existsSync(withoutDemoMark(from))) fs.copyFileSync(withoutDemoMark(from), withoutDemoMark(to));
}

/**
 * Saves database and files into a new folder.
 * @param options.pause stops whatever writes, and the embedded database, cleanly; resolves to a function that starts them again
 * @param options.variables of the object store
 * @param options.databaseUrl of a database that is configured from outside
 */
export async function backup({ dataFolder, folder, variables, pause, databaseUrl = process.env.DATABASE_URL }) {
  const target = folder ?? path.join(dataFolder, 'backups', stampOf(new Date()));
  if (fs.existsSync(target) && fs.readdirSync(target).length > 0)
    throw new StepFailure(`${target} is not empty`, 'name a folder that does not exist yet');
  fs.mkdirSync(target, { recursive: true, mode: 0o700 });
  const external = Boolean(databaseUrl);
  const resume = await pause();
  try {
    if (external) await step('Database: dump', () => dumpDatabase(databaseUrl, path.join(target, 'database.dump')));
    else {
      await step('Database: copy of its stopped data', () => copyFolder(postgresData(dataFolder), path.join(target, 'postgres')));
      fs.copyFileSync(path.join(dataFolder, 'secrets.json'), path.join(target, 'secrets.json'));
      copyMark(dataFolder, target);
    }
    await step('Files: copy of the bucket', async () => `${await saveBucket(variables, path.join(target, 'bucket'))} files`);
    // Written last: a folder without it is no backup.
    fs.writeFileSync(
      path.join(target, 'backup.json'),
      JSON.stringify({ format, made: new Date().toISOString(), database: external ? 'dump' : 'data' }),
    );
  } finally {
    await resume();
  }
  return target;
}

function readBackup(folder) {
  const file = path.join(folder ?? '', 'backup.json');
  if (!folder || !fs.existsSync(file))
    throw new StepFailure(
      `${folder ?? 'Nothing'} is not a backup`,
      'name the folder that `npm run backup` printed: npm run restore -- FOLDER',
    );
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (manifest.format !== format)
    throw new StepFailure(
      `The backup has format ${manifest.format}, this version reads ${format}`,
      'use the version of Attesta that made it',
    );
  return manifest;
}

/** Puts the embedded database's files back; what was there is kept beside them. */
async function putDataBack(dataFolder, folder) {
  const data = postgresData(dataFolder);
  const aside = `${data}.before-restore`;
  fs.rmSync(aside, { recursive: true, force: true });
  if (fs.existsSync(data)) fs.renameSync(data, aside);
  await copyFolder(path.join(folder, 'postgres'), data);
  const { uid, gid } = databaseUser();
  if (uid !== undefined) await run('chown', ['-R', `${uid}:${gid}`, data]);
  fs.chmodSync(data, 0o700);
  copyMark(folder, dataFolder);
  // The saved database knows the saved password; the store of this machine keeps its own keys.
  const file = path.join(dataFolder, 'secrets.json');
  const current = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const saved = JSON.parse(fs.readFileSync(path.join(folder, 'secrets.json'), 'utf8'));
  const { storageKey = saved.storageKey, storageSecret = saved.storageSecret } = current;
  fs.writeFileSync(file, JSON.stringify({ ...saved, storageKey, storageSecret }, null, 2), { mode: 0o600 });
  return fs.existsSync(aside) ? `what was there is in ${aside}` : undefined;
}

/** Puts database and files back from a backup; the site must be stopped. `options` are those of `startServices`. */
export async function restore({ dataFolder, folder, options, services, databaseUrl = process.env.DATABASE_URL }) {
  const manifest = readBackup(folder);
  const external = Boolean(databaseUrl);
  if (external !== (manifest.database === 'dump')) {
    throw new StepFailure(
      `The backup holds a ${manifest.database === 'dump' ? 'dump of an external database' : "copy of the embedded database's files"}`,
      external ? 'unset DATABASE_URL to restore it into the embedded database' : 'set DATABASE_URL to the database it shall go into',
    );
  }
  await step('The backup is whole', async () => `${(await checkSavedBucket(path.join(folder, 'bucket'))).length} files`);
  if (external) await step('Database: restore the dump', () => restoreDatabase(databaseUrl, path.join(folder, 'database.dump')));
  else await step('Database: put the data back', () => putDataBack(dataFolder, folder));
  const { variables } = services ?? (await startServices(options));
  await step('Files: put the bucket back', async () => `${await restoreBucket(variables, path.join(folder, 'bucket'))} files`);
}
