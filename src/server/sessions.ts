import { getToken } from 'next-auth/jwt';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { writeAudit } from './audit';
import { setOffset } from './clock';
import { env } from './env';
import { newId } from './ids';
import { Prisma, prisma } from './prisma';

/** A session lives twelve hours of real time. */
export const SESSION_SECONDS = 12 * 60 * 60;
const DEVICE_MAX = 300;

/** Between two notes of when a session was last used: a request seldom costs a write. */
const SEEN_STEP_MS = 60_000;

/**
 * Minutes of doing nothing after which a session "Session" s with the chosen role "RoleAssignment" r ends; 0 where it does not. A teacher's limit is for
 * whoever is a teacher and nothing else: a session of staff is not kept open by choosing the other role. Before a role is chosen staff's counts.
 */
const idleLimit = (): Prisma.Sql => Prisma.sql`(case when r.role = 'TEACHER' and not exists (
  select 1 from "RoleAssignment" w where w."accountId" = s."accountId" and w.role <> 'TEACHER' and w."removedAt" is null)
  then ${env.IDLE_MINUTES_TEACHER}::int else ${env.IDLE_MINUTES}::int end)`;

/** Whether a session "Session" s with the chosen role "RoleAssignment" r goes on; by the real clock, the database's. */
export const isAlive = (): Prisma.Sql =>
  Prisma.sql`(s."expiresAt" > now() and (${idleLimit()} = 0 or s."lastSeenAt" > now() - make_interval(mins => ${idleLimit()})))`;

/** The signed-in person of one request, read with its session row. */
export interface SessionInfo {
  sessionId: string;
  accountId: string;
  login: string;
  email: string | null;
  lastName: string;
  firstName: string;
  patronymic: string;
  mustChoosePassword: boolean;
  /** When the person last did something in this session, to the minute; real time. */
  lastSeenAt: Date;
  /** When he last showed in it who he is, by the portal or the password; real time. */
  provenAt: Date | null;
  /** Minutes of doing nothing after which it ends; 0 where it does not. */
  idleMinutes: number;
  /** null until a role is chosen, and after the chosen role was removed. */
  viewer: Viewer | null;
}

interface SessionRow {
  sessionId: string;
  accountId: string;
  login: string;
  email: string | null;
  lastName: string;
  firstName: string;
  patronymic: string;
  passwordChosenAt: Date | null;
  lastSeenAt: Date;
  provenAt: Date | null;
  idleMinutes: number;
  roleAssignmentId: string | null;
  regionId: string | null;
  role: Role | null;
  municipalityId: string | null;
  organisationId: string | null;
  expertId: string | null;
  clockOffset: string | null;
}

/** Reads a session, its account, the chosen role and the clock's offset in one statement; null when the session has ended. */
export async function findSession(sessionId: string | null | undefined): Promise<SessionInfo | null> {
  if (!sessionId) return null;
  const [row] = await prisma.$queryRaw<SessionRow[]>(Prisma.sql`
    select s.id as "sessionId", a.id as "accountId", a.login, coalesce(a.email, a."pendingEmail") as email, a."lastName", a."firstName", a.patronymic,
           a."passwordChosenAt", s."lastSeenAt", s."provenAt", ${idleLimit()} as "idleMinutes",
           r.id as "roleAssignmentId", r."regionId", r.role, r."municipalityId", r."organisationId", e.id as "expertId", c.value as "clockOffset"
    from "Session" s
    join "Account" a on a.id = s."accountId" and a."lockedAt" is null and (not a.demo or ${env.DEMO === '1'})
    left join "RoleAssignment" r on r.id = s."roleAssignmentId" and r."accountId" = a.id and r."removedAt" is null
    left join "Expert" e on e."accountId" = a.id and e."regionId" = r."regionId" and r.role = 'EXPERT' and e.active
    left join "Setting" c on c.key = 'clock.offsetMs'
    where s.id = ${sessionId}::uuid and ${isAlive()}`);
  if (!row) return null;
  setOffset(row.clockOffset);
  const { sessionId: id, accountId, login, email, lastName, firstName, patronymic, lastSeenAt, provenAt, idleMinutes } = row;
  const mustChoosePassword = row.passwordChosenAt === null;
  return {
    sessionId: id,
    accountId,
    login,
    email,
    lastName,
    firstName,
    patronymic,
    mustChoosePassword,
    lastSeenAt,
    provenAt,
    idleMinutes,
    viewer: mustChoosePassword ? null : viewerOf(row),
  };
}

function viewerOf(row: SessionRow): Viewer | null {
  if (!row.roleAssignmentId || !row.regionId || !row.role) return null;
  if (row.role === 'EXPERT' && !row.expertId) return null;
  const { accountId, regionId, role, roleAssignmentId, municipalityId, organisationId, expertId } = row;
  return { accountId, regionId, role, roleAssignmentId, municipalityId, organisationId, expertId };
}

/** Where a session is opened and what its person has shown. */
export interface Opening {
  /** The role to go on in, one of the account's own; without it the only one there is. */
  roleAssignmentId?: string | undefined;
  address?: string;
  /** User-Agent of the browser. */
  device?: string;
  provenAt?: Date | null;
}

/** Opens a session; an account with one role gets it chosen at once. */
export async function openSession(accountId: string, opening: Opening = {}): Promise<string> {
  const { address = '', device = '', provenAt = null } = opening;
  const roles = await prisma.roleAssignment.findMany({ where: { accountId, removedAt: null }, select: { id: true } });
  const [chosen] = roles.length === 1 ? roles : roles.filter(({ id }) => id === opening.roleAssignmentId);
  const created = new Date();
  const session = await prisma.session.create({
    data: {
      id: newId(),
      accountId,
      roleAssignmentId: chosen?.id ?? null,
      createdAt: created,
      lastSeenAt: created,
      provenAt,
      address,
      device: device.slice(0, DEVICE_MAX),
      expiresAt: new Date(created.getTime() + SESSION_SECONDS * 1000),
    },
  });
  const source = { sessionId: session.id, ...(address && { address }) };
  await writeAudit(prisma, { accountId }, { action: 'sign_in', objectType: 'Account', objectId: accountId, source });
  return session.id;
}

/** Notes that the person of a session does something; at most once a minute. */
export async function noteActivity({ sessionId, lastSeenAt }: Pick<SessionInfo, 'sessionId' | 'lastSeenAt'>): Promise<void> {
  const seen = new Date();
  if (seen.getTime() - lastSeenAt.getTime() < SEEN_STEP_MS) return;
  await prisma.session.updateMany({ where: { id: sessionId, lastSeenAt: { lt: seen } }, data: { lastSeenAt: seen } });
}

/** Ends a session at once, whoever still holds its cookie. */
export async function closeSession(sessionId: unknown): Promise<void> {
  if (typeof sessionId !== 'string') return;
  const [ended] = await prisma.$queryRaw<{ accountId: string }[]>(Prisma.sql`
    delete from "Session" where id = ${sessionId}::uuid returning "accountId"`);
  if (!ended) return;
  const { accountId } = ended;
  await writeAudit(prisma, { accountId }, { action: 'sign_out', objectType: 'Account', objectId: accountId, source: { sessionId } });
}

/** Id of the session in the cookies of a request: the signed token carries nothing else. */
export async function sessionIdOf(cookieJar: Record<string, string>): Promise<string | null> {
  const req = { cookies: cookieJar, headers: {} } as unknown as Parameters<typeof getToken>[0]['req'];
  const token = await getToken({ req, secret: env.NEXTAUTH_SECRET, secureCookie: env.APP_URL.startsWith('https://') });
  return typeof token?.sid === 'string' ? token.sid : null;
}
