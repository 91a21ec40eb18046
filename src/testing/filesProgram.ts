import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** A server on any free port of this machine, and that port. */
async function listen(server: net.Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  const port = await listen(server);
  server.close();
  return port;
}

export interface FilesProgram {
  process: ChildProcess;
  origin: string;
  /** Everything it has written so far. */
  output: () => string;
}

/** Bundles and starts the program that serves files, as `npm run files` does, and waits until it answers; it ends with the test file. */
export async function startFilesProgram(variables: Record<string, string>): Promise<FilesProgram> {
  execFileSync(process.execPath, ['scripts/bundle.mjs', 'files'], { cwd: root });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, LOG_LEVEL: 'trace', HOST: '127.0.0.1', FILES_PORT: String(port), ...variables };
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/files.mjs'], { cwd: root, env });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  for (let tries = 0; ; tries++) {
    const live = await fetch(`${origin}/health?live=1`).catch(() => undefined);
    if (live?.ok) break;
    if (tries > 100 || child.exitCode !== null) throw new Error(`the program does not answer: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { process: child, origin, output: () => output };
}

export interface Passage {
  endpoint: string;
  /** Bytes that came back through it. */
  passed: () => number;
  /** Connections that are open. */
  open: () => number;
  close: () => void;
}

/** A plain TCP passage to a real service that counts what goes through it. */
export async function startPassage(to: URL): Promise<Passage> {
  let passed = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(to.port), to.hostname);
    sockets.add(near).add(far);
    near.pipe(far);
    far.on('data', (chunk) => (passed += chunk.length)).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one) && other.destroy());
    }
  });
  const port = await listen(server);
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    passed: () => passed,
    open: () => sockets.size / 2,
    close,
  };
}
