import { env } from '@/server/env';

/** The hosts, with their ports, under which people use the site: APP_URL's and those of its regions. */
export function siteHosts(): string[] {
  const { host, port } = new URL(env.APP_URL);
  const regions = (env.REGION_HOSTS ?? '').split(',').flatMap((pair) => pair.split('=')[0] || []);
  return [host, ...regions.map((name) => (port && !name.includes(':') ? `${name}:${port}` : name))];
}

/** The pages that may show a file in a frame. */
const siteOrigins = (): string[] => siteHosts().map((host) => `${new URL(env.APP_URL).protocol}//${host}`);

/**
 * What every answer of the files' origin carries, refusals too. A file runs nothing and reaches nothing: `sandbox` makes it a stranger even to
 * its own origin. Styles in markup are what browsers write around a picture or PDF of their own.
 */
export const safetyHeaders = (): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': `sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors ${siteOrigins().join(' ')}`,
  // The site's pages show pictures of this origin, which may be of another domain; what keeps others out is the address.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
});

/** `filename*` of RFC 5987 for today's browsers, a plain one for the rest. */
export function contentDisposition(kind: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
