import { cookies, headers } from 'next/headers';
import { encode } from 'next-auth/jwt';
import type { Problem } from '@/domain/problems';
import { env } from '../env';
import { closeSession, openSession, SESSION_SECONDS, sessionIdOf } from '../sessions';
import { checkCredentials, findDemoAccount } from './checkCredentials';
import { secureCookies } from './options';

/** next-auth's own names, so that its routes and ours read one cookie. */
const cookieName = () => (secureCookies() ? '__Secure-next-auth.session-token' : 'next-auth.session-token');

/** Signs in by login and password from a form of ours: the same check and the same token as next-auth's route, without a script in the browser. */
export async function signInByPassword(login: string, password: string, address: string, roleAssignmentId?: string): Promise<Problem[]> {
  const verdict = await checkCredentials(login, password, address);
  if ('problems' in verdict) return verdict.problems;
  await enter(verdict.accountId, address, roleAssignmentId);
  return [];
}

/** Signs in as a person of the demo; false where there is no demo or no such person. */
export async function signInByDemoCard(login: string, address: string, roleAssignmentId?: string): Promise<boolean> {
  const accountId = await findDemoAccount(login);
  if (!accountId) return false;
  await enter(accountId, address, roleAssignmentId);
  return true;
}

async function enter(accountId: string, address: string, roleAssignmentId?: string): Promise<void> {
  const jar = await cookies();
  const device = (await headers()).get('user-agent') ?? '';
  await closeSession(await sessionIdOf(Object.fromEntries(jar.getAll().map((c) => [c.name, c.value]))));
  const sid = await openSession(accountId, { address, device, provenAt: new Date(), roleAssignmentId });
  const token = await encode({ token: { sid }, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
  jar.set(cookieName(), token, { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(), maxAge: SESSION_SECONDS });
}

/** Ends the session of this browser: the row at once, then the cookie. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  await closeSession(await sessionIdOf(Object.fromEntries(jar.getAll().map((c) => [c.name, c.value]))));
  jar.set(cookieName(), '', { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(), maxAge: 0 });
}
