import { env } from '@/server/env';

/** The addresses whose pages may show a file in a frame: the site's, also under the host names of its regions. */
function siteOrigins(): string[] {
  const site = new URL(env.APP_URL);
  const hosts = (env.REGION_HOSTS ?? '').split(',').flatMap((pair) => pair.split('=')[0] || []);
  const port = site.port && `:${site.port}`;
  return [site.origin, ...hosts.map((host) => `${site.protocol}//${host.includes(':') ? host : `${host}${port}`}`)];
}

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
