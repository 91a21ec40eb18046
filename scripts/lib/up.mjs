import fs from 'node:fs';
import path from 'node:path';
import { preferredPorts, startEarly, startServices } from '../services/all.mjs';
import { postgresData } from '../services/postgres.mjs';
import { asOwner, buildSite, bundlePrograms, generate, migrate, program } from './build.mjs';
import { run, start, stopAll, stopOnSignals } from './children.mjs';
import { decideDemo, outsideServices, withoutDemoMark } from './demo.mjs';
import { ownFolder } from './lock.mjs';
import { dataFolders, root } from './paths.mjs';
import { choosePort, within } from './ports.mjs';
import { answerPauseRequests, noteVariables } from './running.mjs';
import { startFiles, startWeb, startWorker, untilReady } from './site.mjs';
import { printFailure, StepFailure, say, seconds, step } from './steps.mjs';

const dataFolder = dataFolders.demo;
const folder = '.next';

/** Deletes the local services' data; a database or store that was configured from outside is not ours to empty. */
function startOver() {
  const outside = outsideServices();
  if (outside.length > 0) {
    throw new StepFailure(
      `--fresh deletes local data only, and ${outside.join(' and ')} point elsewhere`,
      'empty those yourself, or unset them, and start again',
    );
  }
  fs.rmSync(postgresData(dataFolder), { recursive: true, force: true });
  for (const name of ['postgres', 'object-store', 'object-store-memory', 'mail', 'log', 'secrets.json', 'without-demo']) {
    fs.rmSync(path.join(dataFolder, name), { recursive: true, force: true });
  }
}

/** Present from the making of the local database until its demo is complete: a first run that was interrupted left half a demo. */
const unfinished = path.join(dataFolder, 'unfinished');

const withoutDemo = withoutDemoMark(dataFolder);

async function forgetHalfDemo() {
  if (outsideServices().length > 0) return;
  if (fs.existsSync(unfinished)) await step('An earlier first start was interrupted: its half-made data is deleted', startOver);
}

/** Notes down what the local database is made for, when this start makes it. */
function noteBeginning(demo) {
  if (outsideServices().length === 0 && !fs.existsSync(postgresData(dataFolder))) fs.writeFileSync(demo ? unfinished : withoutDemo, '');
}

/** Where the site listens and how people reach it: HOST, PORT and APP_URL when given, else port 3000 or a free one; its files on the next one. */
async function chooseAddress() {
  const host = process.env.HOST || '127.0.0.1';
  const port = await choosePort('site', Number(process.env.PORT) || 3000, host);
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  const appUrl = process.env.APP_URL || `http://${name}:${port}`;
  const filesPort = await choosePort('files', Number(process.env.FILES_PORT) || port + 1, host);
  return { host, port, appUrl, filesPort, filesUrl: process.env.FILES_URL || `http://${new URL(appUrl).hostname}:${filesPort}` };
}

async function startSite({ env, address, dev }) {
  const logs = dev
    ? { web: 'inherit', worker: 'inherit', files: 'inherit' }
    : Object.fromEntries(['web', 'worker', 'files'].map((name) => [name, path.join(dataFolder, `log/${name}.log`)]));
  const giveUp = async (error) => {
    printFailure(error);
    say(error.message);
    await stopAll();
    process.exit(1);
  };
  const web = startWeb({ env, folder, host: address.host, port: address.port, dev, log: logs.web, onGiveUp: giveUp });
  const worker = startWorker({ env, dev, log: logs.worker, onGiveUp: giveUp });
  const files = startFiles({ env, port: address.filesPort, dev, log: logs.files, onGiveUp: giveUp });
  return { web, worker, files };
}

/** New operation types whenever a document or the schema changes, and a new worker and files program whenever their sources do. */
async function watchSources(env, { worker, files }) {
  start(
    'codegen',
    process.execPath,
    [path.join(root, 'node_modules/@graphql-codegen/cli/esm/bin.js'), '--config', 'codegen.ts', '--watch'],
    { cwd: root, env },
  );
  const { watchProgram } = await import('../bundle.mjs');
  for (const [name, kept] of Object.entries({ worker, files })) {
    let first = true;
    await watchProgram(name, async () => {
      if (!first) await kept.replace();
      first = false;
    });
  }
}

/** For a backup: nothing reads or writes any more and the embedded database is stopped cleanly; the object store goes on. */
function pauses({ web, worker, files }, database) {
  return {
    pause: async () => {
      say('\n  A backup is made: the site pauses…');
      await web.stop();
      await worker.stop();
      await files.stop();
      await database.stop?.();
    },
    resume: async () => {
      await database.startAgain?.();
      files.startAgain();
      worker.startAgain();
      web.startAgain();
      say('  The backup is made: the site goes on.');
    },
  };
}

/** Brings the product up and stays until Ctrl-C. */
export async function up({ fresh, dev, demo: flag }) {
  const began = Number(process.env.ATTESTA_BEGAN);
  stopOnSignals(() => say('\nStopping…'));
  await ownFolder(dataFolder);
  if (fresh) await step('Start over: the local data is deleted', startOver);
  await forgetHalfDemo();
  const demo = decideDemo({ asked: process.env.DEMO, flag, outside: outsideServices(), real: fs.existsSync(withoutDemo) });
  noteBeginning(demo);
  const address = await chooseAddress();
  const options = {
    dataFolder,
    ports: preferredPorts.demo,
    bucket: 'attesta',
    publicHost: new URL(address.appUrl).hostname,
    host: address.host,
    demo,
  };
  const early = startEarly(options);

  await step('Generated code', () => generate(), 'this is a fault of the checkout: read the message above, `npm run generate` repeats it');
  await step('Programs', () => bundlePrograms(), 'this is a fault of the checkout: read the message above');
  // The build needs no service: it runs beside their start and the seed.
  const build = dev ? undefined : followed((progress) => buildSite({ folder, env: process.env, progress }));
  const { variables, services } = await startServices(options, early);
  const own = {
    HOST: address.host,
    PORT: String(address.port),
    APP_URL: address.appUrl,
    NEXTAUTH_URL: address.appUrl,
    FILES_URL: address.filesUrl,
    FILES_PORT: String(address.filesPort),
    DEMO: demo ? '1' : '0',
    LOG_LEVEL: process.env.LOG_LEVEL || 'info',
  };
  // An owner without a site's role beside it belongs to another database than the one that is started here; the site itself never gets it.
  const siteEnv = { ...process.env, ...variables, ...own, DATABASE_ADMIN_URL: '' };
  const env = { ...siteEnv, ...(process.env.DATABASE_URL && { DATABASE_ADMIN_URL: process.env.DATABASE_ADMIN_URL ?? '' }) };
  noteVariables(dataFolder, { ...variables, ...own });
  await step(
    'Variables and bucket',
    async () => (await run(process.execPath, [path.join(root, 'scripts/prepare.mjs')], { env, cwd: root })).stdout.trim() || undefined,
    'set the named variables as .env.example shows, then start again',
  );
  await step(
    'Database migrations',
    () => migrate(env),
    'the message above names the migration; `npm run up -- --fresh` starts with an empty local database',
  );
  await step(
    'Procedures',
    async () => `${(await program('procedures', ['load'], asOwner(env))).stdout.trim().split('\n').length} lines`,
    'the message above names file, line and fault',
  );
  if (demo)
    await step(
      'Demo region (seeded once)',
      async () => lastLine(await program('seed', ['--demo'], env)),
      '`npm run up -- --fresh` starts over',
    );
  fs.rmSync(unfinished, { force: true });
  if (!dev) {
    await step('Site', build, 'this is a fault of the checkout: read the message above');
  }
  const site = await step(
    dev ? 'Development server, worker and files' : 'Web server, worker and files',
    async (progress) => {
      const processes = await startSite({ env: siteEnv, address, dev });
      await untilReady(processes.files, within(address.host, address.filesPort), { path: '/health', progress });
      await untilReady(processes.web, within(address.host, address.port), { progress });
      return processes;
    },
    `read the logs in ${path.join(dataFolder, 'log')}`,
  );
  if (dev) await watchSources(siteEnv, site);
  else answerPauseRequests(dataFolder, pauses(site, services.database));

  say(`\n  Site       ${address.appUrl}`);
  if (!demo)
    say(
      '  No demo: nobody is filled in, and nobody signs in without a password. An invented person may be tried with `npm run up -- --demo`',
    );
  if (variables.MAILBOX_URL) say(`  Mailbox    ${variables.MAILBOX_URL}`);
  say(`  Ready in ${seconds(began)}. Logs: ${path.join(dataFolder, 'log')}. Ctrl-C stops everything; the data stays.\n`);
  // A pause may stop every child: the process stays for the request to go on.
  await new Promise(() => setInterval(() => {}, 1 << 30));
}

/** Starts the work at once; the step that is run with the result waits for it and shows its progress from then on. */
function followed(work) {
  let listener = () => {};
  const result = work((text) => listener(text));
  result.catch(() => {}); // the step reports it
  return (progress) => {
    listener = progress;
    return result;
  };
}

const lastLine = ({ stdout }) => stdout.trim().split('\n').at(-1);
