import { cookies } from 'next/headers';
import type { Problem } from '@/domain/problems';
import { prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import type { SessionInfo } from '../sessions';
import { proveOwner } from './freshProof';
import { secureCookies } from './options';
import { mayLinkIdentity } from './roles';

/** The session that asked to be joined to the identity that comes back from the provider. */
export const LINK_COOKIE = 'link-identity';
const SECONDS = 600;

/** Remembers it for ten minutes, where the session's role may come in through the portal and its person has shown who he is. */
export async function rememberLink(session: SessionInfo, current: string | null): Promise<Problem[]> {
  const { viewer, sessionId, accountId } = session;
  if (!viewer || !mayLinkIdentity((await getCurrentProcedure(viewer.regionId)).procedure, viewer.role)) return [];
  const wrong = await proveOwner(session, await prisma.account.findUniqueOrThrow({ where: { id: accountId } }), current);
  if (wrong.length) return wrong;
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(), maxAge: SECONDS } as const;
  (await cookies()).set(LINK_COOKIE, sessionId, options);
  return [];
}
