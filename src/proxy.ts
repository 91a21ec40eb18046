import { type NextRequest, NextResponse } from 'next/server';

/** What a page may load and where it may send: ourselves and the object store, scripts only with this answer's nonce. */
export function contentSecurityPolicy(nonce: string, store: string | undefined, development: boolean): string {
  const origin = store ? ` ${new URL(store).origin}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // The development overlay writes style elements without a nonce.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:${origin}`,
    "font-src 'self'",
    `connect-src 'self'${origin}${development ? ' ws:' : ''}`,
    `frame-src 'self'${origin}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action 'self'${origin}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Gives every page its policy. It is no gate: rights are checked in resolvers and in every page. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.S3_PUBLIC_ENDPOINT, process.env.NODE_ENV === 'development');
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
