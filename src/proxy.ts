import { type NextRequest, NextResponse } from 'next/server';

/** Whom a page may reach beside ourselves. */
interface Neighbours {
  /** The object store, for uploads only. */
  store: string | undefined;
  /** The origin that files are read from. */
  files: string | undefined;
}

const originOf = (address: string | undefined) => (address ? ` ${new URL(address).origin}` : '');

/** What a page may load and where it may send, scripts only with this answer's nonce. */
export function contentSecurityPolicy(nonce: string, { store, files }: Neighbours, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // The development overlay writes style elements without a nonce.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:${originOf(files)}`,
    "font-src 'self'",
    `connect-src 'self'${originOf(store)}${development ? ' ws:' : ''}`,
    `frame-src 'self'${originOf(files)}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action 'self'${originOf(store)}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Whether a page of another site sends a form or an action here; the framework refuses it as well, but as a fault of ours. */
function isForeign({ method, headers }: NextRequest): boolean {
  const origin = headers.get('origin');
  if (origin === null || method === 'GET' || method === 'HEAD') return false;
  const hosts = [headers.get('x-forwarded-host')?.split(',')[0]?.trim(), headers.get('host')];
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
}

/** Gives every page its policy. It is no gate: rights are checked in resolvers and in every page. */
export function proxy(request: NextRequest): NextResponse {
  if (isForeign(request))
    return new NextResponse(
      'Форма отправлена с чужой страницы. Откройте сайт и отправьте её оттуда.\nThe form was sent from another site. Open this site and send it from there.',
      {
        status: 403,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      },
    );
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const neighbours = { store: process.env.S3_PUBLIC_ENDPOINT, files: process.env.FILES_URL };
  const policy = contentSecurityPolicy(nonce, neighbours, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Where to come back to after signing in.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('Content-Security-Policy', policy);
  // A link may name its region: this page speaks of it, and the choice is remembered.
  const region = /^[a-z][a-z0-9-]{1,40}$/.exec(request.nextUrl.searchParams.get('region') ?? '')?.[0];
  if (region) headers.set('x-region', region);
  else headers.delete('x-region');
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (region) response.cookies.set('region', region, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax', httpOnly: true });
  return response;
}

export const config = { matcher: ['/((?!api/|_next/static|_next/image|favicon.svg|apple-touch-icon.png).*)'] };
