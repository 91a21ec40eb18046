import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { closeToOthers } from './private.mjs';

const started = [];
const listeners = [];

/** Tells `listener(name, pid)` of every process started from now on. */
export const onStart = (listener) => listeners.push(listener);

const isRunning = (child) => child.exitCode === null && child.signalCode === null;

/** The last lines of a log file, for messages. */
export function tailOf(file, lines = 12) {
  if (!fs.existsSync(file)) return '';
  return fs
    .readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `      ${line}`)
    .join('\n');
}

/**
 * Starts a long-running process that belongs to this run. It gets a process group of its own, so that a terminal's Ctrl-C
 * reaches only us and we stop everything in order.
 * @param options.log file for its output, or 'inherit'; the file and its folder are closed to other users of the machine
 * @param options.umask of the process, where what it writes must be
 */
export function start(
  name,
  command,
  args,
  { log = 'inherit', env = process.env, cwd, uid, gid, umask, stopSignal = 'SIGTERM', patience = 10_000 },
) {
  let out = 'inherit';
  if (log !== 'inherit') {
    closeToOthers(path.dirname(log));
    out = fs.openSync(log, 'a', 0o600);
  }
  const before = umask === undefined ? undefined : process.umask(umask);
  const child = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio: ['ignore', out, out] });
  if (before !== undefined) process.umask(before);
  if (typeof out === 'number') fs.closeSync(out);
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
    child.once('error', (error) => resolve(error));
  });
  const entry = { name, child, exited, log, stopSignal, patience };
  started.push(entry);
  if (child.pid) for (const listener of listeners) listener(name, child.pid);
  return entry;
}

/** Stops one process of ours: asks first, and ends its whole group when it does not go in time. */
export async function stop({ child, exited, stopSignal, patience }) {
  if (!isRunning(child) || child.pid === undefined) return;
  child.kill(stopSignal);
  const timer = setTimeout(() => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  }, patience);
  await exited;
  clearTimeout(timer);
}

let stopping = false;

/** True once everything is being stopped: nothing is started again from then on. */
export const isStopping = () => stopping;

/** Stops everything this run started, the latest first. */
export async function stopAll() {
  stopping = true;
  while (started.length > 0) await stop(started.pop());
}

/** Ends with the stop of everything on Ctrl-C, SIGTERM and a closed terminal; a second Ctrl-C does not interrupt the stop. */
export function stopOnSignals(onStop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (stopping) return;
      onStop?.(signal);
      await stopAll();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}

/** Runs a command to its end; rejects with the end of its output when it fails. */
export function run(command, args, { env = process.env, cwd, uid, gid, timeout, onLine, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      uid,
      gid,
      timeout,
      stdio: inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    const entry = { name: command, child, stopSignal: 'SIGTERM', patience: 5000, exited: new Promise((done) => child.once('close', done)) };
    started.push(entry);
    let output = '';
    let stdout = '';
    const take = (chunk) => {
      output = (output + chunk).slice(-200_000);
      if (onLine) for (const line of String(chunk).split('\n')) if (line.trim()) onLine(line.trim());
    };
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
      take(chunk);
    });
    child.stderr?.on('data', take);
    const forget = () => started.includes(entry) && started.splice(started.indexOf(entry), 1);
    child.once('error', (error) => {
      forget();
      reject(error);
    });
    child.once('close', (code, signal) => {
      forget();
      if (code === 0) return resolve({ stdout, output });
      const tail = output.trimEnd().split('\n').slice(-25).join('\n');
      reject(
        Object.assign(new Error(`${path.basename(command)} ${args[0] ?? ''} ended with ${signal ?? code}\n${tail}`), { output, code }),
      );
    });
  });
}
