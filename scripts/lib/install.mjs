// Runs before `npm ci`: node: modules and Node 20 syntax only, here and in everything it imports.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cephTools } from '../services/ceph-tools.mjs';
import { run } from './children.mjs';
import { root } from './paths.mjs';
import { StepFailure, step } from './steps.mjs';

const stamp = path.join(root, 'node_modules/.attesta-lock');
const lockHash = () =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

/** The Node that comes with the dependencies, when there is one for this machine. */
function projectNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = path.join(root, `node_modules/node-${platform}-${process.arch}/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
  return fs.existsSync(file) ? file : undefined;
}

/** True when npm's own record of node_modules names exactly the versions of package-lock.json: somebody installed by hand. */
function isSameAsLock() {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const installed = JSON.parse(fs.readFileSync(record, 'utf8')).packages;
  const { '': _self, ...wanted } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const same = ([name, { version, optional }]) => (installed[name] ? installed[name].version === version : optional);
  return Object.entries(wanted).every(same) && Object.keys(installed).every((name) => wanted[name]);
}

function isInstalled() {
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash()) return true;
  if (!isSameAsLock()) return false;
  fs.writeFileSync(stamp, lockHash());
  return true;
}

async function install(progress) {
  const start = Date.now();
  const ticker = setInterval(
    () => progress(`installing the packages of package-lock.json, ${Math.round((Date.now() - start) / 1000)} s so far`),
    5000,
  );
  // npm calls the script's own Node; inside `npm run` its path is known.
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  try {
    await run(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'], { cwd: root });
  } finally {
    clearInterval(ticker);
  }
  fs.writeFileSync(stamp, lockHash());
  return 'installed';
}

/**
 * Installs the dependencies when package-lock.json changed, and downloads the object store beside it when it will be needed.
 * A failed download is left to the step that needs the store.
 */
export async function installDependencies() {
  if (isInstalled()) return;
  const early = process.env.S3_ENDPOINT || process.platform !== 'linux' ? undefined : cephTools(() => {}).catch(() => {});
  await step(
    'Packages (npm ci)',
    install,
    'see that this machine reaches the npm registry, then start again; npm keeps what it already has',
  );
  if (early) await step('Object store programs (downloaded once)', () => early.then(() => undefined));
}

/** Starts the running script again with the project's own Node, and ends with its result; returns when that is already the case. */
export async function continueWithProjectNode() {
  const wanted = projectNode();
  const isOwn = wanted && fs.realpathSync(wanted) === fs.realpathSync(process.execPath);
  if (isOwn || (!wanted && Number(process.versions.node.split('.')[0]) >= 22)) return;
  if (!wanted) {
    throw new StepFailure(
      `Node ${process.versions.node} is too old, and no Node comes with the packages for ${process.platform} ${process.arch}`,
      'install Node 22 or newer and start again',
    );
  }
  const child = spawn(wanted, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${path.dirname(wanted)}${path.delimiter}${process.env.PATH}` },
  });
  // A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve) => child.once('exit', (...result) => resolve(result)));
  process.exit(code ?? 128 + os.constants.signals[signal]);
}
