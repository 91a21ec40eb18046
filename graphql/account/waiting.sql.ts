import { takesAnswers } from '@/domain/case/acts';
import {
  ASSESSING,
  COUNTED,
  DEADLINE_DUE,
  EMPLOYER_ASKED,
  EMPLOYER_CONFIRMED,
  isIn,
  LOST,
  PANEL_OPEN,
  PAPER_OWED,
  PORTFOLIO_OPEN,
  TO_SCHEDULE,
} from '@/domain/case/groups';
import type { Procedure, Transition } from '@/domain/procedure/shape';
import type { Action, ApplicationStatus, Role } from '@/domain/procedure/vocabulary';
import { schedulersOf, stepAtHand } from '@/domain/schedule';
import { givesPoints } from '@/domain/scoring';
import { startPath } from '@/domain/segments';
import type { Viewer } from '@/domain/viewer';
import { isToBeHandedOver } from '@/server/owedConclusions';
import { Prisma, prisma } from '@/server/prisma';
import { visibleApplicationsSql } from '@/server/visibility';

export interface Waiting {
  key: string;
  count: number;
  href: string;
  soonest: Date | null;
}

type FieldCondition = NonNullable<Transition['when']>;
interface Group {
  key: string;
  /** A fixed address, or one that the cases give. */
  href: string | Prisma.Sql;
  where: Prisma.Sql;
}

const NOBODY_WAITS: readonly Action[] = [
  'withdraw',
  'return_for_correction',
  'refuse_intake',
  'request_information',
  'resume_review',
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
      select ${key}::text as key, (${href})::text as href, count(distinct a.id)::int as count, min(d."lapsesAt") as soonest
      from "Application" a left join "Deadline" d on d."applicationId" = a.id and d.status = any(${[...DEADLINE_DUE]})
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
    const parts = [
      Prisma.sql`(${Prisma.join(
        from.map((way) => openFor(procedure, way)),
        ' or ',
      )})`,
      Prisma.sql`a."discardedAt" is null`,
    ];
    if (action === 'submit_portfolio')
      parts.push(
        Prisma.sql`exists (select 1 from "Portfolio" p where p."applicationId" = a.id and p.status = any(${[...PORTFOLIO_OPEN]}))`,
      );
    const agenda = from.filter((way) => way.records === 'session').map((way) => way.from);
    if (agenda.length > 0)
      parts.push(Prisma.sql`not (a.status = any(${agenda}) and exists (select 1 from "AgendaItem" g where g."applicationId" = a.id))`);
    if (action === 'verify') parts.push(Prisma.sql`a.verdict is null`);
    return { key: action, href: listOf(role, statuses), where: Prisma.join(parts, ' and ') };
  });
}

/** The cases a transition is open for, as far as one look at their rows tells. */
function openFor(procedure: Procedure, { from, guards = [], when, unless }: Transition): Prisma.Sql {
  const parts = [Prisma.sql`a.status = ${from}`];
  if (when) parts.push(answered(when));
  if (unless) parts.push(Prisma.sql`not ${answered(unless)}`);
  if (guards.includes('session_held')) parts.push(heldMeeting(procedure, [from]));
  if (guards.includes('experts_confirmed')) parts.push(enoughExperts(procedure));
  if (guards.includes('coordinator_absent'))
    parts.push(
      Prisma.sql`not exists (select 1 from "RoleAssignment" c join "Account" o on o.id = c."accountId" and o."lockedAt" is null
        where c."regionId" = a."regionId" and c.role = 'COORDINATOR' and c."municipalityId" = a."municipalityId" and c."removedAt" is null)`,
    );
  if (guards.includes('verdict_recorded')) parts.push(Prisma.sql`a.verdict is not null`);
  if (guards.includes('handed_over')) parts.push(Prisma.sql`not ${isToBeHandedOver}`);
  if (guards.includes('employer_confirmed'))
    parts.push(
      Prisma.sql`exists (select 1 from "EmployerConfirmation" c where c."applicationId" = a.id and c.status = any(${[...EMPLOYER_CONFIRMED]}))`,
    );
  return Prisma.join(parts, ' and ', '(', ')');
}

const answered = ({ field, equals, notEmpty }: FieldCondition): Prisma.Sql =>
  notEmpty
    ? Prisma.sql`coalesce(a."values"->>${field}, '') <> ''`
    : Prisma.sql`coalesce(a."values"->>${field}, '') = ${String(equals ?? '')}`;

const enoughExperts = ({ assessment }: Procedure): Prisma.Sql =>
  Prisma.sql`(select count(*) from "ExpertAssignment" x where x."applicationId" = a.id and x.status = any(${[...COUNTED]})) >= ${assessment.experts.min}`;

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
    groups.push({ key: 'confirm_employer', href: startPath(role), where: Prisma.sql`${answer([...EMPLOYER_ASKED])} and not ${signed}` });
    groups.push({
      key: 'attach_employer_paper',
      href: startPath(role),
      where: Prisma.sql`exists (select 1 from "EmployerPaper" e where e."applicationId" = a.id and e.status = any(${[...PAPER_OWED]})) and a.status <> all(${ended(procedure)})`,
    });
  }
  if (role === assessment.experts.selectedBy || role === assessment.experts.fallbackSelectedBy) {
    const needed = procedure.transitions.filter((t) => t.guards?.includes('experts_confirmed')).map((t) => t.from);
    const statuses = [...new Set(needed)].filter((status) => isIn(status, PANEL_OPEN));
    groups.push({
      key: 'appoint_experts',
      href: `${startPath(role)}/applications?experts=missing&status=${statuses.join(',')}`,
      where: Prisma.sql`a.status = any(${statuses}) and not ${enoughExperts(procedure)}`,
    });
  }
  if (role === assessment.handover?.by)
    groups.push({
      key: 'hand_over',
      href: `${startPath(role)}/handover`,
      where: Prisma.sql`a.status = 'CONCLUSION_SIGNED' and a.verdict is not null and ${isToBeHandedOver}`,
    });
  groups.push(...registryActs(procedure, role), ...scheduleActs(procedure, role));
  if (role === 'OPERATOR') {
    groups.push({ key: 'ask_employer_again', href: `${startPath(role)}/applications?employer=DISPUTED`, where: answer(['DISPUTED']) });
    groups.push({
      key: 'replace_expert',
      href: `${startPath(role)}/applications?experts=lost`,
      where: Prisma.sql`exists (select 1 from "ExpertAssignment" x where x."applicationId" = a.id and x.status = any(${[...LOST]}) and x."conflictClosedAt" is null) and a.status <> all(${ended(procedure)})`,
    });
  }
  if (role === 'EXPERT' && viewer.expertId) {
    const statuses = statusesBefore(procedure, 'complete_review');
    groups.push({
      key: givesPoints(procedure) ? 'finish_sheet' : 'attach_conclusion',
      href: startPath(role),
      where: Prisma.sql`a.status = any(${statuses}) and exists (select 1 from "ExpertAssignment" x where x."applicationId" = a.id and x."expertId" = ${viewer.expertId}::uuid and x.status = any(${[...ASSESSING]}))`,
    });
  }
  return groups;
}

/** Numbers of the portal, withdrawals to register, answers of agencies to record. */
function registryActs(procedure: Procedure, role: Role): Group[] {
  const { portal, withdrawal } = procedure.application;
  const groups: Group[] = [];
  const asks = procedure.transitions.some((t) => t.action === 'request_information' && t.actor === role);
  const answered = procedure.statuses.application.map((s) => s.status).filter((status) => takesAnswers(procedure, status, 'AGENCY'));
  if (portal?.recordedBy === role)
    groups.push({
      key: 'record_portal_number',
      href: listOf(role, ['SUBMITTED']),
      where: Prisma.sql`a.status = 'SUBMITTED' and a."portalNumber" is null`,
    });
  if (withdrawal.registeredBy?.includes(role))
    groups.push({
      key: 'register_withdrawal',
      href: `${startPath(role)}/withdrawals`,
      where: Prisma.sql`exists (select 1 from "Withdrawal" w where w."applicationId" = a.id and w.status = 'SENT') and a.status <> all(${ended(procedure)})`,
    });
  if (asks)
    groups.push({
      key: 'answer_information',
      href: listOf(role, answered),
      where: Prisma.sql`a.status = any(${answered}) and exists (select 1 from "InformationRequest" r where r."applicationId" = a.id and r.addressee = 'AGENCY' and r."answeredAt" is null)`,
    });
  return groups;
}

/** Periods to choose and schedules to approve. */
function scheduleActs(procedure: Procedure, role: Role): Group[] {
  if (!schedulersOf(procedure).includes(role)) return [];
  const href = `${startPath(role)}/schedule`;
  const open = Prisma.sql`a.status = any(${[...TO_SCHEDULE]})`;
  return [
    { key: 'set_period', href: `${href}?period=none`, where: Prisma.sql`${open} and a."periodId" is null` },
    {
      key: 'approve_schedule_edition',
      href: Prisma.sql`${`${href}?period=`}::text || min(a."periodId")`,
      where: Prisma.sql`${open} and a."periodId" is not null and a."scheduleEdition" is null and ${enoughExperts(procedure)}`,
    },
  ];
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
