import { cookies, headers } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { readBody } from '../readBody';
import { findRegion } from '../regions';
import { sourceOf } from '../requestSource';
import { findSession, sessionIdOf } from '../sessions';
import { LINK_COOKIE } from './linkCookie';
import { type Around, authOptions } from './options';

/** Answers next-auth's routes; the options are made at the first request, so that a build needs no environment. */
export async function handleAuth(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  // Its route for what browsers want to have logged writes whatever anybody sends.
  if ((await context.params).nextauth[0] === '_log') return new Response(null, { status: 404 });
  const bytes = request.body && (await readBody(request.body.values({ preventCancel: true }), MOST_BYTES));
  if (bytes === 'too large') return new Response(null, { status: 413, headers: { connection: 'close' } });
  const bounded = bytes ? new NextRequest(request.url, { method: request.method, headers: request.headers, body: bytes }) : request;
  return NextAuth(bounded, context, authOptions(around)) as Promise<Response>;
}

/** A form of sign-in, with room for its longest address of return. */
const MOST_BYTES = 16 * 1024;

async function around(): Promise<Around> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const sessionId = await sessionIdOf(Object.fromEntries(jar.getAll().map((c) => [c.name, c.value])));
  const region = await findRegion({ host: head.get('host'), slug: jar.get('region')?.value ?? null });
  const session = await findSession(sessionId);
  // Who happens to be signed in on a shared computer is not who comes back from the provider, unless he asked for the join just now.
  const asked = jar.get(LINK_COOKIE)?.value;
  jar.delete(LINK_COOKIE);
  const [{ address }, device] = [sourceOf(new Headers(head)), head.get('user-agent') ?? ''];
  return {
    region,
    sessionId,
    session,
    address,
    device,
    linkTo: asked && session && asked === session.sessionId ? session.accountId : null,
  };
}
