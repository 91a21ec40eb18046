import { dayIn } from '@/domain/days';
import type { Procedure } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { now } from '@/server/clock';
import { Prisma, prisma } from '@/server/prisma';
import { visibleApplicationsSql } from '@/server/visibility';

/** One line of a start page: which cases count, and the screen that lists them. */
interface Line {
  key: string;
  href: string;
  when: Prisma.Sql;
}
export interface WaitingLine {
  key: string;
  href: string;
  count: number;
  soonest: Date | null;
}

const status = (...statuses: string[]) => Prisma.sql`a.status = any(${statuses})`;
const employer = (...statuses: string[]) => Prisma.sql`e.status = any(${statuses})`;
const and = (...parts: Prisma.Sql[]) => Prisma.sql`(${Prisma.join(parts, ' and ')})`;
const meetingHeld = Prisma.sql`m.held`;
const fewExperts = (min: number) => Prisma.sql`x.counted < ${min}`;
const openCase = Prisma.sql`a.status not in ('GRANTED', 'REFUSED', 'INTAKE_REFUSED', 'WITHDRAWN', 'ARCHIVED', 'EXPIRED')`;

const SCHOOL: Line[] = [
  {
    key: 'employer_to_answer',
    href: '/school/applications?answer=waiting',
    when: and(employer('ASKED', 'REMINDED', 'ESCALATED'), openCase),
  },
  { key: 'employer_disputed', href: '/school/applications?answer=disputed', when: and(employer('DISPUTED'), openCase) },
];

/** What waits for a role, in the order of its start page. */
function linesOf(role: Role, min: number): Line[] {
  const portfolioOpen = Prisma.sql`p.status in ('DRAFT', 'REOPENED')`;
  switch (role) {
    case 'TEACHER':
      return [
        { key: 'application_to_send', href: '/teacher', when: status('DRAFT') },
        { key: 'application_to_correct', href: '/teacher', when: status('RETURNED') },
        { key: 'portfolio_to_send', href: '/teacher', when: and(status('PREPARATION'), portfolioOpen) },
      ];
    case 'SCHOOL_HR':
    case 'SCHOOL_DEPUTY':
    case 'SCHOOL_HEAD':
    case 'SCHOOL_COORDINATOR':
      return SCHOOL;
    case 'EXPERT':
      return [
        { key: 'sheets_to_finish', href: '/expert', when: and(status('EXPERTISE'), Prisma.sql`x.own`) },
        { key: 'cases_not_open', href: '/expert', when: and(status('PREPARATION', 'READY'), Prisma.sql`x.own`) },
      ];
    case 'SECRETARY':
      return [
        { key: 'cases_to_admit', href: '/commission/meetings', when: and(status('REGISTERED'), meetingHeld) },
        { key: 'cases_to_put_on_agenda', href: '/commission/applications?status=EXPERTISE_DONE', when: status('EXPERTISE_DONE') },
        { key: 'cases_to_decide', href: '/commission/meetings', when: and(status('MEETING_SET'), meetingHeld) },
        { key: 'orders_to_issue', href: '/commission/applications?status=DECIDED', when: status('DECIDED') },
      ];
    case 'COMMISSION_MEMBER':
      return [
        { key: 'cases_on_agenda', href: '/commission/meetings', when: and(status('MEETING_SET', 'REGISTERED'), Prisma.sql`m.planned`) },
      ];
    case 'COORDINATOR':
    case 'OPERATOR':
    case 'WORKING_GROUP': {
      const base = role === 'COORDINATOR' ? '/coordinator/applications' : '/operator/applications';
      return [
        { key: 'experts_to_appoint', href: `${base}?status=READY&experts=missing`, when: and(status('READY'), fewExperts(min)) },
        { key: 'conflicts_to_settle', href: `${base}?status=EXPERTISE`, when: and(status('READY', 'EXPERTISE'), Prisma.sql`x.lost > 0`) },
        { key: 'employer_disputed', href: `${base}?employer=DISPUTED`, when: and(employer('DISPUTED'), openCase) },
        { key: 'employer_silent', href: `${base}?employer=REMINDED`, when: and(employer('REMINDED'), openCase) },
        { key: 'cases_expired', href: `${base}?status=EXPIRED`, when: status('EXPIRED') },
      ];
    }
    case 'ADMINISTRATOR':
      return [{ key: 'cases_open', href: '/admin', when: openCase }];
  }
}

/** The counts of a start page in one statement, over the cases the viewer may see. Lines with nothing waiting are left out. */
export async function findWaiting(viewer: Viewer, procedure: Procedure): Promise<WaitingLine[]> {
  const lines = linesOf(viewer.role, Math.max(1, procedure.assessment.experts.min));
  const today = new Date(dayIn(procedure.region.timezone, now()));
  const columns = lines.flatMap(({ when }, k) => [
    Prisma.sql`count(*) filter (where ${when})::int as ${Prisma.raw(`"n${k}"`)}`,
    Prisma.sql`min(d.soonest) filter (where ${when}) as ${Prisma.raw(`"s${k}"`)}`,
  ]);
  const [row] = await prisma.$queryRaw<Record<string, number | Date | null>[]>(Prisma.sql`
    select ${Prisma.join(columns)}
    from "Application" a
    left join "EmployerConfirmation" e on e."applicationId" = a.id
    left join "Portfolio" p on p."applicationId" = a.id
    left join lateral (
      select count(*) filter (where v.status in ('CONFIRMED', 'SCORING', 'FINAL'))::int as counted,
             count(*) filter (where v.status in ('DECLINED', 'CONFLICT') and v."conflictClosedAt" is null)::int as lost,
             bool_or(v."expertId" = ${viewer.expertId}::uuid and v.status in ('CONFIRMED', 'SCORING')) as own
      from "ExpertAssignment" v where v."applicationId" = a.id) x on true
    left join lateral (
      select bool_or(t.status = 'HELD') as held, bool_or(t.status in ('PLANNED', 'NOTICED') and t.date >= ${today}) as planned
      from "AgendaItem" g join "Meeting" t on t.id = g."meetingId"
      where g."applicationId" = a.id and g.step = case when a.status = 'REGISTERED' then ${procedure.decision.steps[0]} else ${procedure.decision.steps.at(-1)} end) m on true
    left join lateral (select min(f."lapsesAt") as soonest from "Deadline" f where f."applicationId" = a.id and f.status = 'RUNNING') d on true
    where ${visibleApplicationsSql(viewer)}`);
  return lines
    .map(({ key, href }, k) => ({
      key,
      href,
      count: Number(row?.[`n${k}`] ?? 0),
      soonest: (row?.[`s${k}`] as Date | null | undefined) ?? null,
    }))
    .filter((line) => line.count > 0);
}
