import net from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { choosePort, freePort, isFree } from './ports.mjs';

let server: net.Server | undefined;
afterEach(() => server?.close());

const occupy = (port: number, host: string) =>
  new Promise<void>((resolve) => {
    server = net.createServer().listen(port, host, resolve);
  });

test('a free port is taken as preferred', async () => {
  const port = await freePort();
  expect(await choosePort('site', port)).toBe(port);
});

test.each(['127.0.0.1', '0.0.0.0'])('a port that is taken on %s is replaced by a free one, and that is said', async (host) => {
  const port = await freePort();
  await occupy(port, host);
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const chosen = await choosePort('site', port);
  const said = write.mock.calls.join('');
  write.mockRestore();
  expect(chosen).not.toBe(port);
  expect(await isFree(chosen)).toBe(true);
  expect(said).toContain(`port ${port} (site) is taken: ${chosen} is used instead`);
});
