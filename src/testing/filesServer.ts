import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { createFilesServer } from '@/server/files/serve';

/** Serves the files of this test file; fetches what an address of FILES_URL names, as a browser would. */
export function withFilesServer(): (address: string) => Promise<Response> {
  let server: Server;
  beforeAll(async () => {
    server = createFilesServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return (address) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(address).pathname}`);
}
