import { env } from './server/env';
import { createFilesServer } from './server/files/serve';
import { faultOf, log } from './server/log';

/** The third process: serves stored files to browsers on an origin of its own (FILES_URL). Any number may run; none keeps anything. */

/** How long downloads that are under way may go on after a stop was asked for. */
const PATIENCE_MS = 20_000;

const server = createFilesServer();

server.on('error', (error) => {
  log.fatal(faultOf(error), error.message);
  process.exit(1);
});
server.listen(env.FILES_PORT, env.HOST, () => log.info({ port: env.FILES_PORT }, 'files are served'));

const stop = (signal: string) => {
  log.info({ signal }, 'downloads that are under way are finished');
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal));
