import { cookies } from 'next/headers';
import { getCurrentProcedure } from '../procedures';
import { findSession } from '../sessions';
import { secureCookies } from './options';
import { mayLinkIdentity } from './roles';

/** The session that asked to be joined to the identity that comes back from the provider. */
export const LINK_COOKIE = 'link-identity';
const SECONDS = 600;

/** Remembers it for ten minutes, where the session's role may come in through the portal. */
export async function rememberLink(sessionId: string): Promise<void> {
  const viewer = (await findSession(sessionId))?.viewer;
  if (!viewer || !mayLinkIdentity((await getCurrentProcedure(viewer.regionId)).procedure, viewer.role)) return;
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(), maxAge: SECONDS } as const;
  (await cookies()).set(LINK_COOKIE, sessionId, options);
}
