import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run, start, stop, tailOf } from '../lib/children.mjs';
import { choosePort, freePort, within } from '../lib/ports.mjs';
import { StepFailure, say } from '../lib/steps.mjs';
import { cephConf } from './ceph-conf.mjs';
import { cephTools } from './ceph-tools.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what, probe, { every = 100, limit = 120_000 } = {}) {
  for (let waited = 0; waited < limit; waited += every) {
    const result = await probe();
    if (result) return result;
    await sleep(every);
  }
  throw new Error(`${what} did not come up in ${limit / 1000} s`);
}

function emptyFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const name of ['mon', 'osd', 'run', 'log', 'rgw']) fs.mkdirSync(path.join(folder, name), { recursive: true });
}

/** Monitor, disk daemon and gateway, in that order; each must answer before the next one starts. */
async function startCluster({ folder, kind, host, preferredPort, accessKey, secretKey, tools, progress }) {
  const stateFile = path.join(folder, 'cluster.json');
  const kept = kind === 'bluestore' && fs.existsSync(stateFile) ? JSON.parse(fs.readFileSync(stateFile, 'utf8')) : undefined;
  if (!kept) emptyFolder(folder);
  // People's files lie below.
  fs.chmodSync(folder, 0o700);
  // The monitor's port is part of the cluster's map: it is chosen once.
  const cluster = kept ?? { id: randomUUID(), monitorPort: await freePort() };
  const port = await choosePort('object store', preferredPort, host);
  const conf = path.join(folder, 'ceph.conf');
  fs.writeFileSync(
    conf,
    cephConf({ folder, cluster: cluster.id, monitorPort: cluster.monitorPort, host, port, kind, settings: tools.settings }),
  );
  const env = { ...tools.env, CEPH_CONF: conf };
  const programs = [];
  const launch = (program, ...args) => {
    // The daemons write through to disk and recover from any stop: a hard stop is quick and loses nothing acknowledged.
    programs.push(
      start(program, program, ['-f', ...args], {
        env,
        log: path.join(folder, 'log', `${program}.err`),
        stopSignal: 'SIGTERM',
        patience: 3000,
      }),
    );
    return programs.at(-1);
  };
  const stopPrograms = async () => {
    for (const program of programs.reverse()) await stop(program);
  };
  const ceph = async (...args) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await run(tools.ceph[0], [...tools.ceph.slice(1), '--connect-timeout', '5', ...args], { env, timeout: 20_000 })).stdout;
      } catch (error) {
        if (attempt === 20) throw error;
        await sleep(200);
      }
    }
  };
  try {
    if (!kept) {
      const map = path.join(folder, 'monmap');
      await run(
        'monmaptool',
        ['--create', '--clobber', '--fsid', cluster.id, '--addv', 'a', `[v1:127.0.0.1:${cluster.monitorPort}]`, map],
        { env },
      );
      await run('ceph-mon', ['-i', 'a', '--mkfs', '--monmap', map], { env });
    }
    launch('ceph-mon', '-i', 'a');
    if (!kept) {
      const disk = randomUUID();
      await ceph('osd', 'new', disk);
      await run('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', disk], { env });
    }
    // On a busy machine the disk daemon may speak to the monitor before it knows the cluster, and ends: it is asked again.
    let osd = launch('ceph-osd', '-i', '0');
    let tries = 1;
    await until('the disk daemon', async () => {
      if (osd.child.exitCode !== null) {
        if (tries === 6) throw new Error(`the disk daemon ended\n${tailOf(osd.log)}`);
        tries += 1;
        osd = launch('ceph-osd', '-i', '0');
      }
      progress('waiting for the disk daemon');
      return /\b1 up/.test(await ceph('osd', 'stat'));
    });
    if (!kept) {
      await ceph('osd', 'pool', 'create', '.rgw.root', '1');
      const user = ['user', 'create', '--uid=attesta', '--display-name=attesta', `--access-key=${accessKey}`, `--secret-key=${secretKey}`];
      await run('radosgw-admin', ['-n', 'client.rgw', ...user], { env, timeout: 90_000 });
    }
    const gateway = launch('radosgw', '-n', 'client.rgw');
    const endpoint = within(host, port);
    await until('the gateway', async () => {
      if (gateway.child.exitCode !== null) throw new Error(`the gateway ended\n${tailOf(gateway.log)}`);
      progress('waiting for the gateway');
      return fetch(endpoint).then(Boolean, () => false);
    });
    if (kind === 'bluestore') fs.writeFileSync(stateFile, JSON.stringify(cluster));
    return { endpoint, port, stop: stopPrograms };
  } catch (error) {
    await stopPrograms();
    throw error;
  }
}

/**
 * Starts Ceph RGW, the one store at hand that enforces POST policies. Files are on disk in `<dataFolder>/object-store`;
 * where its disk file cannot be opened they are in memory, which is said.
 * @returns {{ endpoint: string, port: number, note: string, inMemory: boolean, stop: () => Promise<void> }}
 */
export async function startObjectStore({
  dataFolder,
  host = '127.0.0.1',
  preferredPort,
  accessKey,
  secretKey,
  kind = 'bluestore',
  progress = () => {},
}) {
  const tools = await cephTools(progress);
  const options = { host, preferredPort, accessKey, secretKey, tools, progress };
  const onDisk = path.join(dataFolder, 'object-store');
  const inMemory = path.join(dataFolder, 'object-store-memory');
  let reason;
  if (kind === 'bluestore') {
    try {
      const store = await startCluster({ ...options, kind, folder: onDisk });
      return { ...store, inMemory: false, note: `Ceph RGW (${tools.note}) at ${store.endpoint}, files in ${onDisk}` };
    } catch (error) {
      reason = error;
      if (fs.existsSync(path.join(onDisk, 'cluster.json'))) {
        throw new StepFailure(
          `The object store did not start: ${error.message}`,
          `read the logs in ${onDisk}/log; with --fresh the store is made anew (its files are lost)`,
        );
      }
    }
  }
  try {
    const store = await startCluster({ ...options, kind: 'memstore', folder: inMemory });
    if (reason)
      say(
        `    the store's disk file could not be used (${reason.message.split('\n')[0]}): files are kept in memory and WILL NOT SURVIVE A STOP`,
      );
    return { ...store, inMemory: true, note: `Ceph RGW (${tools.note}) at ${store.endpoint}, files in memory` };
  } catch (error) {
    throw new StepFailure(
      `The object store did not start: ${(reason ?? error).message}`,
      `read the logs in ${inMemory}/log, or set S3_ENDPOINT and the other S3_ variables to a store you have (see .env.example)`,
    );
  }
}
