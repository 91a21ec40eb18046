import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStopping, start, stop, tailOf } from './children.mjs';
import { root } from './paths.mjs';
import { StepFailure, say } from './steps.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** Puts what the web server writes to the console into the form of the log. */
const logProgram = pathToFileURL(path.join(root, 'dist/console.mjs')).href;
const nextProgram = path.join(root, 'node_modules/next/dist/bin/next');

/** Keeps a process of ours running: one that ends by itself is started again, at most five times in a minute. */
function keepRunning(name, launch, onGiveUp) {
  const ends = [];
  const kept = { entry: launch(), stopped: false };
  const watch = async (entry) => {
    const reason = await entry.exited;
    if (kept.stopped || isStopping()) return;
    if (!entry.replaced) ends.push(Date.now());
    if (ends.filter((at) => Date.now() - at < 60_000).length > 5) {
      kept.gaveUp = true;
      onGiveUp(new StepFailure(`${name} ends again and again (${reason}):\n${tailOf(entry.log)}`, `read ${entry.log}`));
      return;
    }
    say(entry.replaced ? `    ${name} is replaced by the newer one` : `    ${name} ended (${reason}) and is started again`);
    await sleep(300);
    if (kept.stopped || isStopping()) return;
    kept.entry = launch();
    watch(kept.entry);
  };
  watch(kept.entry);
  kept.replace = () => {
    kept.entry.replaced = true;
    return stop(kept.entry);
  };
  kept.stop = async () => {
    kept.stopped = true;
    await stop(kept.entry);
  };
  kept.startAgain = () => {
    kept.stopped = false;
    kept.entry = launch();
    watch(kept.entry);
  };
  return kept;
}

/** The web server: `next start` over a build, or `next dev`. */
export function startWeb({ env, folder, host, port, dev = false, log, name = 'web', onGiveUp }) {
  const args = [...(dev ? [] : ['--import', logProgram]), nextProgram, dev ? 'dev' : 'start', '-H', host, '-p', String(port)];
  const all = {
    ...env,
    HOST: host,
    PORT: String(port),
    NEXT_DIST_DIR: folder,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  return keepRunning(name, () => start(name, process.execPath, args, { cwd: root, env: all, log }), onGiveUp);
}

/** A bundled program that runs beside the web server; it finishes what is in flight when it is asked to stop. */
function startProgram(program, { env, log, name = program, dev = false, onGiveUp }) {
  const args = ['--enable-source-maps', path.join(root, `dist/${program}.mjs`)];
  const options = { cwd: root, env: { ...env, NODE_ENV: dev ? 'development' : 'production' }, log, patience: 25_000 };
  return keepRunning(name, () => start(name, process.execPath, args, options), onGiveUp);
}

/** The second process: letters, terms, sweeps. */
export const startWorker = (options) => startProgram('worker', options);

/** The third process: serves stored files on an origin of its own. */
export const startFiles = ({ env, port, ...options }) => startProgram('files', { ...options, env: { ...env, FILES_PORT: String(port) } });

/** Waits until the site (or what serves its files, at another path) answers that it and what it needs are ready. */
export async function untilReady(kept, address, { path: health = '/api/health', limit = 90_000, progress = () => {} } = {}) {
  let answer = 'no answer';
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const response = await fetch(`${address}${health}`, { signal: AbortSignal.timeout(30_000) }).catch((error) => error);
    if (response.ok) return;
    answer = response instanceof Error ? (response.cause?.code ?? response.message) : await response.text();
    progress(`waiting for ${kept.entry.name} (${answer})`);
    if (kept.gaveUp) break;
    await sleep(200);
  }
  throw new StepFailure(
    `The site is not ready (${kept.entry.name}): ${answer}\n${tailOf(kept.entry.log)}`,
    `read ${kept.entry.log}; \`npm run doctor\` says what cannot be reached`,
  );
}
