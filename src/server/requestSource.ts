import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import proxyaddr from 'proxy-addr';
import { env } from './env';
import { newId } from './ids';
import { once } from './once';
import { type IsProxy, proxiesOf } from './trustedProxies';

/** Who is calling: for throttles, the trail and the log. */
export interface RequestSource {
  /** IP address of the client: the socket's, or the last one of X-Forwarded-For that is no proxy of ours; `unknown` when nothing was noted. */
  address: string;
  requestId: string;
}

/** Nobody outside knows the name, so nobody can send it; it is another in every process. */
const header = (): string => once('sourceHeader', () => `x-source-${newId()}`);

const trusted = (): IsProxy => once('trustedProxies', () => proxiesOf(env.TRUSTED_PROXIES));

/** An IPv4 client of a socket that speaks both families is the same client. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** The client's address; a hop that names none (`unknown`, a name, a port with it) leaves that of the socket. */
export function addressOf(request: IncomingMessage, isProxy = trusted()): string {
  const socket = request.socket.remoteAddress;
  if (!socket) return 'unknown';
  const address = plain(proxyaddr(request, isProxy));
  return isIP(address) ? address : plain(socket);
}

/** What one subscriber has: an IPv4 address, or the network of an IPv6 one (its first 64 bits), any of whose addresses he may take. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.split('::');
  const groups = (part = ''): string[] => part.split(':').filter(Boolean);
  const missing = after === undefined ? 0 : 8 - groups(before).length - groups(after).length;
  const all = [...groups(before), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(after)];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * Notes the source of a request before anything else reads it: pages, server actions and route handlers see headers only. X-Forwarded-For
 * becomes the address as well, for the requests that Next sends to itself.
 */
export function noteSource(request: IncomingMessage): void {
  const address = addressOf(request);
  request.headers['x-forwarded-for'] = address;
  request.headers[header()] = `${newId()} ${address}`;
}

/** The source that was noted in the headers of a request. */
export function sourceOf(headers: Headers | IncomingHttpHeaders): RequestSource {
  const noted = headers instanceof Headers ? headers.get(header()) : headers[header()];
  const [requestId, address] = String(noted ?? '').split(' ');
  return requestId && address ? { requestId, address } : { requestId: newId(), address: 'unknown' };
}
