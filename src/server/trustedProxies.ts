import proxyaddr from 'proxy-addr';

export type IsProxy = (address: string, distance: number) => boolean;

/**
 * Tells addresses of our own proxies from others. `list`: addresses, networks (10.0.0.0/8) and the names loopback, linklocal and uniquelocal,
 * with commas between; `none` trusts nobody. Throws where one is malformed.
 */
export const proxiesOf = (list: string): IsProxy => proxyaddr.compile(list === 'none' ? [] : list.split(',').map((name) => name.trim()));

export function isProxyList(list: string): boolean {
  try {
    return Boolean(proxiesOf(list));
  } catch {
    return false;
  }
}
