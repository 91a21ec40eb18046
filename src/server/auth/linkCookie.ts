import { cookies } from 'next/headers';
import { secureCookies } from './options';

/** The session that asked to be joined to the identity that comes back from the provider. */
export const LINK_COOKIE = 'link-identity';
const SECONDS = 600;

/** Remembers it for ten minutes. */
export async function rememberLink(sessionId: string): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(), maxAge: SECONDS } as const;
  (await cookies()).set(LINK_COOKIE, sessionId, options);
}
