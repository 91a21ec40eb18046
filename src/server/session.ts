import { cookies, headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import { cache } from 'react';
import type { Problem } from '@/domain/problems';
import { type RequestSource, sourceOf } from './requestSource';
import { findSession, noteActivity, type SessionInfo, sessionIdOf } from './sessions';
import { withAuditSource } from './trail/source';

/** The session of the page being rendered; read once per request. Opening a page by hand, or sending a form, keeps it. */
export const currentSession = cache(async (): Promise<SessionInfo | null> => {
  const jar = Object.fromEntries((await cookies()).getAll().map((c) => [c.name, c.value]));
  const session = await findSession(await sessionIdOf(jar));
  if (session && isAct(await headers())) await noteActivity(session);
  return session;
});

/** Whether somebody asked for the page: not a prefetch, nor a part that a screen fetches by itself. Those who read on are heard by IdleWatch. */
const isAct = (head: Pick<Headers, 'get' | 'has'>): boolean =>
  head.has('next-action') || (head.get('sec-fetch-mode') === 'navigate' && !head.has('sec-purpose'));

/** Who asks for the page, the action or the route being answered; noted once per request. */
export const currentSource = cache(async (): Promise<RequestSource> => sourceOf(new Headers(await headers())));

/** Runs an act of this request that is no document of the API: its lines in the trail name the request. */
const onBehalf = async <T>(work: (source: RequestSource) => Promise<T>): Promise<T> => {
  const source = await currentSource();
  return withAuditSource({ ...source, sessionId: (await currentSession())?.sessionId ?? null }, () => work(source));
};

// The ways in and out are loaded when somebody uses them: a page needs neither next-auth nor argon2.

/** Signs in by login or e-mail and password; problems when it may not. A role may be chosen at once. */
export const signInByPassword = async (login: string, password: string, roleAssignmentId?: string): Promise<Problem[]> =>
  onBehalf(async ({ address }) => (await import('./auth/signIn')).signInByPassword(login, password, address, roleAssignmentId));

/** Signs in as a person of the demo; false outside a demo. */
export const signInByDemoCard = async (login: string, roleAssignmentId?: string): Promise<boolean> =>
  onBehalf(async ({ address }) => (await import('./auth/signIn')).signInByDemoCard(login, address, roleAssignmentId));

/** Ends the session of this browser. */
export const signOut = async (): Promise<void> => onBehalf(async () => (await import('./auth/signIn')).signOut());

/** next-auth's own routes. */
export const handleAuth = async (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> =>
  onBehalf(async () => (await import('./auth/handler')).handleAuth(request, context));

/** Remembers that this session asked to be joined to the identity that comes back from the provider, once its person has shown who he is. */
export const askToLink = async (current: string | null): Promise<Problem[]> => {
  const session = await currentSession();
  return session ? (await import('./auth/linkCookie')).rememberLink(session, current) : [];
};
