import type { Env } from '@/server/env';
import { makeAddress } from '@/server/files/address';
import { siteHosts } from '@/server/files/headers';

interface FilesCheck {
  name: string;
  advice: string;
  /** Resolves to a note when all is well, else throws what is wrong. */
  run: (env: Env) => Promise<string | undefined>;
}

const ask = (url: URL | string) => fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });

/** An address this site made long ago: its refusal comes from the program itself and carries every header. */
const askExpired = ({ FILES_URL }: Env) => {
  const { url } = makeAddress({ key: 'doctor', name: 'doctor.pdf', contentType: 'application/pdf', size: 1 }, 'VIEW', 0);
  return ask(new URL(new URL(url).pathname, FILES_URL));
};

/** What must hold of the origin that serves files. */
export const filesChecks: FilesCheck[] = [
  {
    name: 'has a host name of its own',
    advice: 'give FILES_URL another host name than the site: browsers keep cookies by host, not by port, and would send the session there',
    run: async (env) => {
      const { hostname } = new URL(env.FILES_URL);
      if (!siteHosts().some((host) => new URL(`http://${host}`).hostname === hostname)) return hostname;
      if (env.DEMO === '1') return `${hostname} is the site’s own, which only a demo may do`;
      throw new Error(`${hostname} is the site’s own`);
    },
  },
  {
    name: 'is reached as the site is',
    advice: 'a page of an https site shows nothing that comes over http',
    run: async (env) => {
      if (env.APP_URL.startsWith('https:') && !env.FILES_URL.startsWith('https:')) throw new Error('APP_URL is https, FILES_URL is not');
      return undefined;
    },
  },
  {
    name: 'answers at FILES_URL and reaches the store',
    advice: 'start it: npm run files (npm run up does it)',
    run: async ({ FILES_URL }) => {
      const response = await ask(new URL('/health', FILES_URL));
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return FILES_URL;
    },
  },
  {
    name: 'knows the addresses that this site makes',
    advice: 'it needs the same NEXTAUTH_SECRET as the site',
    run: async (env) => {
      const { status } = await askExpired(env);
      if (status !== 410) throw new Error(`an address of this site was answered ${status}`);
      return undefined;
    },
  },
  {
    name: 'its headers reach the browser',
    advice: 'let the proxy before it pass the headers of its answers as they are, and set no cookie',
    run: async (env) => {
      const { headers } = await askExpired(env);
      const policy = headers.get('content-security-policy') ?? '';
      const wrong = [
        headers.get('x-content-type-options') !== 'nosniff' && 'X-Content-Type-Options is not nosniff',
        !/^sandbox;/.test(policy) && 'Content-Security-Policy does not begin with sandbox',
        !policy.includes(new URL(env.APP_URL).origin) && 'Content-Security-Policy does not let the site show files',
        headers.has('x-frame-options') && 'X-Frame-Options keeps the site from showing files',
        headers.has('set-cookie') && 'a cookie is set',
      ].filter(Boolean);
      if (wrong.length > 0) throw new Error(wrong.join('; '));
      return undefined;
    },
  },
];
