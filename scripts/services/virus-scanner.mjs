import fs from 'node:fs';
import path from 'node:path';
import { start, stop, tailOf } from '../lib/children.mjs';
import { toolsFolder } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { librariesBelow, onPath, unpackPackages } from './debian-packages.mjs';

const program = '/usr/sbin/clamd';

async function scannerProgram(progress) {
  if (onPath('clamd') || fs.existsSync(program)) return { command: onPath('clamd') ? 'clamd' : program, env: process.env };
  const folder = path.join(toolsFolder, 'clamav');
  const unpacked = await unpackPackages({ folder, packages: ['clamav-daemon'], size: '10 MB', progress });
  return { command: path.join(unpacked, program), env: { ...process.env, LD_LIBRARY_PATH: librariesBelow(unpacked).join(':') } };
}

/**
 * Debian's clamd with signatures of our own and no others, for trying out: `signatures` are names and the texts they stand for. It listens on
 * this machine only, at a port and a socket. Rejects where clamd is neither installed nor to be had.
 */
export async function startVirusScanner({ folder, signatures, progress = () => {} }) {
  const { command, env } = await scannerProgram(progress);
  const database = path.join(folder, 'signatures');
  fs.mkdirSync(database, { recursive: true });
  const lines = Object.entries(signatures).map(([name, text]) => `${name}:0:*:${Buffer.from(text).toString('hex')}\n`);
  fs.writeFileSync(path.join(database, 'own.ndb'), lines.join(''));
  const port = await freePort();
  const socket = path.join(folder, 'clamd.ctl');
  const conf = path.join(folder, 'clamd.conf');
  const settings = [`DatabaseDirectory ${database}`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1', `LocalSocket ${socket}`, 'Foreground yes'];
  fs.writeFileSync(conf, `${settings.join('\n')}\n`);
  const log = path.join(folder, 'clamd.log');
  const scanner = start('clamd', command, ['-c', conf], { env, log, patience: 3_000 });
  for (let waited = 0; !fs.existsSync(socket); waited += 100) {
    if (scanner.child.exitCode !== null || waited > 30_000) throw new Error(`clamd did not start\n${tailOf(log)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { addresses: [`tcp://127.0.0.1:${port}`, `unix://${socket}`], stop: () => stop(scanner) };
}
