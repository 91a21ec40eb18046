import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiResolver } from 'next/dist/server/api-utils/node/api-resolver.js';
import { watchRequests } from '@/server/requestStart';

const preview = { previewModeId: 'x', previewModeEncryptionKey: 'x', previewModeSigningKey: 'x', dev: false };

/** The API's real handler behind a real socket, called as Next calls it. */
export async function startMount(): Promise<{ port: number; url: string; stop: () => Promise<void> }> {
  watchRequests();
  const module = await import('@/pages/api/graphql');
  const server = http.createServer((request, response) =>
    apiResolver(request, response, {}, module, preview, false, false, '/api/graphql'),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port, url: `http://127.0.0.1:${port}/api/graphql`, stop };
}
