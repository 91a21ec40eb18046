import Bowser from 'bowser';
import { Prisma, prisma } from './prisma';
import { isAlive, type SessionInfo } from './sessions';

/** A browser in which a person is signed in. */
export interface OwnSession {
  id: string;
  /** Browser and system, as people call them; empty where they are not known. */
  device: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
}

const MOST = 100;

/** "Chrome 156, Windows 11"; what is no browser (a program, nothing at all) has no such name. */
export function deviceName(userAgent: string): string {
  if (!userAgent) return '';
  const { browser, os } = Bowser.parse(userAgent);
  const version = browser.version?.split('.')[0] ?? '';
  const system = [os.name, os.versionName ?? (os.name === 'Windows' ? '' : os.version)].filter(Boolean).join(' ');
  return [[browser.name, version].filter(Boolean).join(' '), system].filter(Boolean).join(', ');
}

/** Sessions of the account that go on, the last used first. */
export async function findOwnSessions({ accountId, sessionId }: Pick<SessionInfo, 'accountId' | 'sessionId'>): Promise<OwnSession[]> {
  const rows = await prisma.$queryRaw<Omit<OwnSession, 'current'>[]>(Prisma.sql`
    select s.id, s.device, s.address, s."createdAt", s."lastSeenAt" from "Session" s
    left join "RoleAssignment" r on r.id = s."roleAssignmentId" and r."removedAt" is null
    where s."accountId" = ${accountId}::uuid and ${isAlive()}
    order by s."lastSeenAt" desc, s.id desc limit ${MOST}`);
  return rows.map((row) => ({ ...row, device: deviceName(row.device), current: row.id === sessionId }));
}
