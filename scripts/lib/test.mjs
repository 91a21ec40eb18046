import fs from 'node:fs';
import path from 'node:path';
import { preferredPorts, startEarly, startServices } from '../services/all.mjs';
import { startBalancer } from './balancer.mjs';
import { buildSite, bundlePrograms, generate, migrate, program } from './build.mjs';
import { onStart, run, stopAll, stopOnSignals } from './children.mjs';
import { findChromium } from './chromium.mjs';
import { ownFolder } from './lock.mjs';
import { dataFolders, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { writeRecord } from './record.mjs';
import { routeSizes } from './route-sizes.mjs';
import { runPlaywright, runVitest } from './runners.mjs';
import { startFiles, startWeb, startWorker, untilReady } from './site.mjs';
import { printFailure, StepFailure, say, seconds } from './steps.mjs';
import { makeTally } from './tally.mjs';

const dataFolder = dataFolders.test;
const buildFolder = '.next-test';
const tool = (script, ...args) => run(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root });

/** Services and data of the tests' own: variables of the demo or of production are not looked at. */
function forgetOutside() {
  for (const name of Object.keys(process.env))
    if (/^(DATABASE_|S3_|SMTP_URL|MAIL|APP_URL|FILES_|HOST$|PORT$|NEXTAUTH_|OIDC_|CLAMD_URL$|DEMO$|LOG_LEVEL)/.test(name))
      delete process.env[name];
}

async function checks(tally) {
  await tally.check('Lint', () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.').then(() => undefined));
  await tally.check('Import walls', async () => {
    const { checkWalls } = await import('../walls.mjs');
    const { modules, violations } = await checkWalls();
    if (violations.length > 0) throw new Error(violations.join('\n'));
    return `${modules} modules`;
  });
  await tally.check('Closed words', async () => {
    const { checkClosedWords } = await import('../closedWords.mjs');
    const { files, violations } = checkClosedWords();
    if (violations.length > 0) throw new Error(violations.join('\n'));
    return `${files} files`;
  });
  const schema = path.join(root, 'graphql/schema.graphql');
  const before = fs.readFileSync(schema, 'utf8');
  await tally.check('Generated code', () => generate({ always: true }));
  await tally.check('graphql/schema.graphql is the generated one', () => {
    if (fs.readFileSync(schema, 'utf8') !== before)
      throw new Error('graphql/schema.graphql was not up to date; it has been written anew: look at it and commit it');
  });
  await tally.check('Unused files and packages', () =>
    tool('knip/bin/knip.js', '--no-progress', '--no-config-hints').then(() => undefined),
  );
  await tally.check('Types', () => tool('typescript/bin/tsc', '--noEmit', '-p', '.').then(() => undefined));
}

/** The tests' PostgreSQL, object store (in memory), mailbox and identity provider, on free ports, from nothing. */
async function prepareServices() {
  for (const name of fs.readdirSync(dataFolder))
    if (!['run.json', 'ran.json'].includes(name)) fs.rmSync(path.join(dataFolder, name), { recursive: true, force: true });
  const options = {
    dataFolder,
    ports: preferredPorts.test,
    bucket: 'attesta-test',
    publicHost: 'localhost',
    demo: true,
    storeKind: 'memstore',
    fast: true,
  };
  const { variables } = await startServices(options, startEarly(options));
  const [port, filesPort] = [await freePort(), await freePort()];
  const appUrl = `http://localhost:${port}`;
  return {
    ...process.env,
    ...variables,
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    FILES_URL: `http://localhost:${filesPort}`,
    FILES_PORT: String(filesPort),
    HOST: '127.0.0.1',
    PORT: String(port),
    DEMO: '1',
    LOG_LEVEL: 'warn',
    TEST_SITE: path.join(dataFolder, 'site.json'),
  };
}

/** Two web processes, two workers and two that serve files over one database and store, behind balancers, with the demo's data. */
async function startSite(env) {
  await run(process.execPath, [path.join(root, 'scripts/prepare.mjs')], { env, cwd: root });
  await migrate(env);
  await program('procedures', ['load'], env);
  await program('seed', ['--demo'], env);
  const onGiveUp = (error) => say(error.message);
  const log = (name) => path.join(dataFolder, `log/${name}.log`);
  // The fault tests end a process the hard way: TEST_SITE names the ones that run now; any that dies is started again.
  const running = {};
  onStart((name, pid) => {
    running[name] = pid;
    fs.writeFileSync(env.TEST_SITE, JSON.stringify(running));
  });
  const webs = [];
  for (const name of ['web-1', 'web-2']) {
    const port = await freePort();
    webs.push({ port, process: startWeb({ env, folder: buildFolder, host: '127.0.0.1', port, name, log: log(name), onGiveUp }) });
  }
  for (const name of ['worker-1', 'worker-2']) startWorker({ env, name, log: log(name), onGiveUp });
  const files = [];
  for (const name of ['files-1', 'files-2']) {
    const port = await freePort();
    files.push({ port, process: startFiles({ env, port, name, log: log(name), onGiveUp }) });
  }
  for (const { port, process: one } of files) await untilReady(one, `http://127.0.0.1:${port}`, { path: '/health' });
  for (const { port, process: web } of webs) await untilReady(web, `http://127.0.0.1:${port}`);
  await startBalancer({ port: Number(env.FILES_PORT), targets: files.map(({ port }) => port) });
  await startBalancer({ port: Number(env.PORT), targets: webs.map(({ port }) => port) });
}

async function browserTests(tally, env, patterns) {
  let ready = await tally.check('Programs', () => bundlePrograms());
  ready = (await tally.check('Build', () => buildSite({ folder: buildFolder, env, progress: () => {} }))) && ready;
  if (!ready) return;
  await tally.check('JavaScript per route (gzipped, at most 230 kB)', () => routeSizes(buildFolder));
  ready = await tally.check('Browser', () => findChromium(() => {}));
  ready = (await tally.check('Site: two web servers, two workers, two that serve files', () => startSite(env))) && ready;
  if (!ready) return;
  const options = { patterns, env: { ...env, CHROMIUM_PATH: process.env.CHROMIUM_PATH ?? '' }, folder: dataFolder };
  await runPlaywright(tally, { ...options, project: 'beside', workers: 2 });
  await runPlaywright(tally, { ...options, project: 'alone', workers: 1 });
}

/** Runs all checks and tests, or one part of them; ends the process. */
export async function test({ only, patterns }) {
  const began = Number(process.env.ATTESTA_BEGAN);
  const tally = makeTally();
  stopOnSignals(() => say('\nStopping…'));
  forgetOutside();
  await ownFolder(dataFolder);
  const wants = (part) => !only || only === part;
  try {
    if (wants('checks')) await checks(tally);
    else await generate();
    const env = wants('api') || wants('e2e') ? await prepareServices() : process.env;
    const projects = ['unit', 'api'].filter(wants);
    if (projects.length > 0) await runVitest(tally, { projects, patterns, env, folder: dataFolder });
    if (wants('e2e')) await browserTests(tally, env, patterns);
  } catch (error) {
    printFailure(error);
    tally.add({ name: error instanceof StepFailure ? 'services' : 'the test run', passed: false, why: error.message.split('\n')[0] });
  }
  await stopAll();
  if (patterns.length === 0) writeRecord(tally.ran, only ? (only === 'e2e' ? ['browser'] : []) : ['programs', 'browser']);
  say(`\nAll of it took ${seconds(began)}.`);
  tally.print();
  process.exit(tally.sum.failed > 0 || tally.sum.passed === 0 ? 1 : 0);
}
