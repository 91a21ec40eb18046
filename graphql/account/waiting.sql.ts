import type { Procedure } from '@/domain/procedure/shape';
import type { Action, ApplicationStatus, Role } from '@/domain/procedure/vocabulary';
import { stepAtHand } from '@/domain/schedule';
import { startPath } from '@/domain/segments';
import type { Viewer } from '@/domain/viewer';
import { Prisma, prisma } from '@/server/prisma';
import { visibleApplicationsSql } from '@/server/visibility';

export interface Waiting {
  key: string;
  count: number;
  href: string;
  soonest: Date | null;
}

interface Group {
  key: string;
  href: string;
  where: Prisma.Sql;
}

const NOBODY_WAITS: readonly Action[] = [
  'withdraw',
  'return_for_correction',
  'refuse_intake',
  'expire',
  'archive',
  'reopen_review',
  'refuse',
];

/** What waits for a viewer, in one statement: the acts of his role, each with how many cases stand before it and the earliest term among them. */
export async function findWaiting(viewer: Viewer, procedure: Procedure, today: Date): Promise<Waiting[]> {
  const groups = [...moves(procedure, viewer.role), ...recordActs(procedure, viewer)];
  const parts = groups.map(
    ({ key, href, where }) => Prisma.sql`
      select ${key}::text as key, ${href}::text as href, count(distinct a.id)::int as count, min(d."lapsesAt") as soonest
      from "Application" a left join "Deadline" d on d."applicationId" = a.id and d.status in ('RUNNING', 'LAPSED')
      where ${visibleApplicationsSql(viewer)} and ${where}`,
  );
  if (viewer.role === 'SECRETARY') parts.push(meetingsToHold(viewer, today));
  if (parts.length === 0) return [];
  const rows = await prisma.$queryRaw<Waiting[]>(Prisma.join(parts, ' union all '));
  return rows.filter((row) => row.count > 0);
}

/** The transitions of the role, by act: cases in the statuses it leads from, the meeting held where it asks for that. */
function moves(procedure: Procedure, role: Role): Group[] {
  const own = procedure.transitions.filter((t) => t.actor === role && !NOBODY_WAITS.includes(t.action));
  return [...new Set(own.map((t) => t.action))].map((action) => {
    const from = own.filter((t) => t.action === action);
    const statuses = [...new Set(from.map((t) => t.from))];
    const parts = [Prisma.sql`a.status = any(${statuses})`, Prisma.sql`a."discardedAt" is null`];
    if (action === 'submit_portfolio')
      parts.push(Prisma.sql`exists (select 1 from "Portfolio" p where p."applicationId" = a.id and p.status in ('DRAFT', 'REOPENED'))`);
    if (from.some((t) => t.guards?.includes('session_held'))) parts.push(heldMeeting(procedure, statuses));
    return { key: action, href: listOf(role, statuses), where: Prisma.join(parts, ' and ') };
  });
}

function heldMeeting(procedure: Procedure, statuses: ApplicationStatus[]): Prisma.Sql {
  const steps = statuses.flatMap((status) => stepAtHand(procedure, status) ?? []);
  return Prisma.sql`exists (
    select 1 from "AgendaItem" g join "Meeting" m on m.id = g."meetingId" and m."heldAt" is not null
    where g."applicationId" = a.id and g.step = any(${steps}))`;
}

/** Acts on the records beside a case. */
function recordActs(procedure: Procedure, viewer: Viewer): Group[] {
  const { role } = viewer;
  const { employerConfirmation, assessment } = procedure;
  const groups: Group[] = [];
  const answer = (statuses: string[]) =>
    Prisma.sql`exists (select 1 from "EmployerConfirmation" c where c."applicationId" = a.id and c.status = any(${statuses})) and a.status <> all(${ended(procedure)})`;
  if ([...(employerConfirmation.answeredBy ?? []), ...(employerConfirmation.signers ?? [])].some((r) => r === role)) {
    const signed = Prisma.sql`exists (select 1 from "EmployerConfirmation" c join "EmployerSignature" s on s."confirmationId" = c.id and s.role = ${role} where c."applicationId" = a.id)`;
    groups.push({ key: 'confirm_employer', href: startPath(role), where: Prisma.sql`${answer(['ASKED', 'REMINDED'])} and not ${signed}` });
    groups.push({
      key: 'attach_employer_paper',
      href: startPath(role),
      where: Prisma.sql`exists (select 1 from "EmployerPaper" e where e."applicationId" = a.id and e.status in ('WAITING', 'RETURNED')) and a.status <> all(${ended(procedure)})`,
    });
  }
  if (role === assessment.experts.selectedBy || role === assessment.experts.fallbackSelectedBy) {
    const statuses = statusesBefore(procedure, 'open_review');
    const enough = Prisma.sql`(select count(*) from "ExpertAssignment" x where x."applicationId" = a.id and x.status in ('CONFIRMED', 'SCORING', 'FINAL')) >= ${assessment.experts.min}`;
    groups.push({
      key: 'appoint_experts',
      href: `${startPath(role)}/applications?experts=missing&status=${statuses.join(',')}`,
      where: Prisma.sql`a.status = any(${statuses}) and not ${enough}`,
    });
  }
  if (role === 'OPERATOR') {
    groups.push({ key: 'ask_employer_again', href: `${startPath(role)}/applications?employer=DISPUTED`, where: answer(['DISPUTED']) });
    groups.push({
      key: 'replace_expert',
      href: `${startPath(role)}/applications?experts=lost`,
      where: Prisma.sql`exists (select 1 from "ExpertAssignment" x where x."applicationId" = a.id and x.status in ('CONFLICT', 'DECLINED') and x."conflictClosedAt" is null) and a.status <> all(${ended(procedure)})`,
    });
  }
  if (role === 'EXPERT' && viewer.expertId) {
    const statuses = statusesBefore(procedure, 'complete_review');
    groups.push({
      key: 'finish_sheet',
      href: startPath(role),
      where: Prisma.sql`a.status = any(${statuses}) and exists (select 1 from "ExpertAssignment" x where x."applicationId" = a.id and x."expertId" = ${viewer.expertId}::uuid and x.status in ('CONFIRMED', 'SCORING'))`,
    });
  }
  return groups;
}

const ended = (procedure: Procedure): string[] =>
  procedure.statuses.application.filter((s) => s.terminal || s.status === 'EXPIRED').map((s) => s.status);

const statusesBefore = (procedure: Procedure, action: Action): ApplicationStatus[] =>
  procedure.transitions.filter((t) => t.action === action).map((t) => t.from);

/** Meetings whose day has come and that are not recorded as held. */
const meetingsToHold = (viewer: Viewer, today: Date): Prisma.Sql => Prisma.sql`
  select 'hold_meeting'::text as key, ${`${startPath(viewer.role)}/meetings`}::text as href, count(distinct m.id)::int as count, min(m.date)::timestamptz as soonest
  from "Meeting" m join "AgendaItem" g on g."meetingId" = m.id
  where m."regionId" = ${viewer.regionId}::uuid and m."heldAt" is null and m.date <= ${today}`;

const listOf = (role: Role, statuses: readonly string[]): string =>
  role === 'TEACHER' ? startPath(role) : `${startPath(role)}/applications?status=${statuses.join(',')}`;
