import { ASKED_STATUSES, PLAIN, wordingsOf } from '@/domain/labels';
import type { Procedure } from '@/domain/procedure/shape';
import type { Condition } from '@/domain/procedure/vocabulary';
import { Prisma, prisma } from './prisma';
import { getProcedure } from './procedures';

/** The conditions of status labels as SQL over alias `a` of "Application": the same as domain/labels.ts asks of facts; a test compares them case by case. */

const text = (statuses: readonly string[]) => Prisma.sql`${[...statuses]}::text[]`;
const seats = (statuses: readonly string[]) =>
  Prisma.sql`(select count(*) from "ExpertAssignment" x where x."applicationId" = a.id and x.status = any(${text(statuses)}))`;

const HOLDS: Record<Condition, (procedure: Procedure) => Prisma.Sql> = {
  period_not_set: () => Prisma.sql`a."periodId" is null`,
  experts_not_assigned: ({ assessment }) => Prisma.sql`${seats(ASKED_STATUSES.assigned)} < ${assessment.experts.min}`,
  experts_not_confirmed: ({ assessment }) => Prisma.sql`${seats(ASKED_STATUSES.confirmed)} < ${assessment.experts.min}`,
  schedule_not_approved: () => Prisma.sql`(a."scheduleEdition" is null or not exists (select 1 from "Schedule" s
    where s."municipalityId" = a."municipalityId" and s."periodId" = a."periodId" and s.status = any(${text(ASKED_STATUSES.scheduleApproved)})))`,
  employer_not_confirmed: () => Prisma.sql`not exists (select 1 from "EmployerConfirmation" c
    where c."applicationId" = a.id and c.status = any(${text(ASKED_STATUSES.employerConfirmed)}))`,
  employer_note_missing: () => Prisma.sql`not exists (select 1 from "EmployerPaper" e
    where e."applicationId" = a.id and e.status = any(${text(ASKED_STATUSES.employerNoted)}))`,
  portfolio_not_sent: () => Prisma.sql`not exists (select 1 from "Portfolio" p
    where p."applicationId" = a.id and p.status <> all(${text(ASKED_STATUSES.portfolioNotSent)}))`,
  conclusion_not_attached: () => Prisma.sql`not (exists (select 1 from "ExpertConclusion" k where k."applicationId" = a.id)
    and exists (select 1 from "EvidenceFile" f where f."applicationId" = a.id and f.paper = 'conclusion' and f.status = 'STORED'))`,
  handed_over: () => Prisma.sql`a."handedOverAt" is not null`,
  verdict_meets: () => Prisma.sql`a.verdict = 'meets'`,
  verdict_does_not_meet: () => Prisma.sql`a.verdict = 'does_not_meet'`,
};

/** A version of a region's procedure by its row. */
export interface Version {
  id: string;
  procedure: Procedure;
}

/** Every version of a region's procedure, the newest loaded first: a case goes by its own for life. */
export async function findVersions(regionId: string): Promise<Version[]> {
  const rows = await prisma.procedureVersion.findMany({ where: { regionId }, select: { id: true }, orderBy: { loadedAt: 'desc' } });
  return Promise.all(rows.map(async ({ id }) => ({ id, procedure: await getProcedure(id) })));
}

/** The wording of a case's status (`statusWording`), over alias `a`. */
export function wordingSql(versions: readonly Version[]): Prisma.Sql {
  const branches = versions.flatMap(({ id, procedure }) =>
    procedure.statuses.application.flatMap(({ status }) => {
      const conditions = wordingsOf(procedure, status).filter((wording): wording is Condition => wording !== PLAIN);
      const whens = conditions.map((condition) => Prisma.sql`when ${HOLDS[condition](procedure)} then ${condition}`);
      if (whens.length === 0) return [];
      return [
        Prisma.sql`when a."procedureVersionId" = ${id}::uuid and a.status = ${status} then case ${Prisma.join(whens, ' ')} else ${PLAIN} end`,
      ];
    }),
  );
  return branches.length > 0 ? Prisma.sql`(case ${Prisma.join(branches, ' ')} else ${PLAIN} end)` : Prisma.sql`${PLAIN}::text`;
}

/** Whether a case is called so now, in either language. A word of several statuses means them all; an unknown word means no case. */
export function calledSql(versions: readonly Version[], word: string): Prisma.Sql {
  const meant = versions.flatMap(({ id, procedure }) =>
    procedure.statuses.application.flatMap((words) =>
      [...(words.labels ?? []).map(({ when, label }) => ({ wording: when as string, label })), { wording: PLAIN, label: words.label }]
        .filter(({ label }) => label.ru === word || label.en === word)
        .map(({ wording }) => Prisma.sql`(${id}::uuid, ${words.status}, ${wording})`),
    ),
  );
  if (meant.length === 0) return Prisma.sql`false`;
  return Prisma.sql`(a."procedureVersionId", a.status, ${wordingSql(versions)}) in (${Prisma.join(meant)})`;
}
