import net from 'node:net';
import { say } from './steps.mjs';

const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const chosen = server.address().port;
      server.close(() => resolve(chosen));
    });
  });

/** A port nobody listens on. */
export const freePort = (host = '127.0.0.1') => listen(0, host);

/** The address at which this machine reaches what listens on `host`. */
export const within = (host, port) => `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}`;

const canListen = (port, host) =>
  listen(port, host).then(
    () => true,
    (error) => ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(error.code),
  );

/** True when nobody listens on the port: neither on this address nor on all of them, nor where `localhost` may lead as well. */
export async function isFree(port, host = '127.0.0.1') {
  for (const address of new Set([host, '0.0.0.0', '::1'])) if (!(await canListen(port, address))) return false;
  return true;
}

/** The preferred port, or a free one, said when it is not the preferred. */
export async function choosePort(name, preferred, host = '127.0.0.1') {
  if (preferred && (await isFree(preferred, host))) return preferred;
  const port = await freePort(host);
  if (preferred) say(`    port ${preferred} (${name}) is taken: ${port} is used instead`);
  return port;
}
