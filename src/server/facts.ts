import { hasQuorum } from '@/domain/decision';
import type { Facts, FieldValue } from '@/domain/facts';
import { isCounted } from '@/domain/guards';
import { formFor } from '@/domain/procedure/document';
import type { Form, Procedure } from '@/domain/procedure/shape';
import type {
  ApplicationStatus,
  AssignmentStatus,
  EmployerConfirmationStatus,
  MeetingStatus,
  Outcome,
  PortfolioStatus,
  SheetStatus,
  WithdrawalStatus,
} from '@/domain/procedure/vocabulary';
import { stepAtHand } from '@/domain/schedule';
import { divergence } from '@/domain/scoring';
import type { Viewer } from '@/domain/viewer';
import type { Db, Prisma } from './prisma';
import { getProcedure } from './procedures';

/** A case with everything its workflow asks about. */
export interface Case {
  application: CaseRow;
  procedure: Procedure;
  form: Form | null;
  facts: Facts;
}

const CASE = {
  employerConfirmation: true,
  portfolio: true,
  files: { where: { status: { in: ['PENDING', 'STORED'] } }, orderBy: { id: 'asc' } },
  assignments: { include: { sheet: true }, orderBy: { id: 'asc' } },
  agendaItems: { include: { meeting: true } },
  decision: true,
  order: true,
  withdrawal: true,
  deadlines: { orderBy: { id: 'asc' } },
} satisfies Prisma.ApplicationInclude;

export type CaseRow = Prisma.ApplicationGetPayload<{ include: typeof CASE }>;

/** Reads cases with their facts, two statements for any number of them; ids that are not there are left out. */
export async function findCases(db: Db, ids: readonly string[]): Promise<Map<string, Case>> {
  const rows = await db.application.findMany({ where: { id: { in: [...ids] } }, include: CASE });
  const others = await db.application.findMany({
    where: { accountId: { in: rows.map((r) => r.accountId) }, submittedAt: { not: null }, status: { notIn: ENDED } },
    select: { id: true, accountId: true, positionId: true },
  });
  const cases = await Promise.all(
    rows.map(async (application): Promise<[string, Case]> => {
      const procedure = await getProcedure(application.procedureVersionId, db);
      const otherOpen = others.some(
        (o) => o.id !== application.id && o.accountId === application.accountId && o.positionId === application.positionId,
      );
      const form = formFor(procedure, application.positionId);
      return [application.id, { application, procedure, form, facts: factsOf(application, procedure, form, otherOpen) }];
    }),
  );
  return new Map(cases);
}

/** One case, or null. */
export async function findCase(db: Db, id: string): Promise<Case | null> {
  return (await findCases(db, [id])).get(id) ?? null;
}

/** Statuses in which a case no longer stands in the way of another application for the same position. */
const ENDED = ['GRANTED', 'REFUSED', 'INTAKE_REFUSED', 'WITHDRAWN', 'ARCHIVED'];

function factsOf(row: CaseRow, procedure: Procedure, form: Form | null, otherOpenForPosition: boolean): Facts {
  const stored = row.files.filter((f) => f.status === 'STORED');
  // A PENDING row older than its policy can never become a file: it blocks nothing.
  const pending = row.files.filter((f) => f.status === 'PENDING' && f.policyExpiresAt > new Date());
  const meeting = row.agendaItems.find((item) => item.step === stepAtHand(procedure, row.status as ApplicationStatus))?.meeting ?? null;
  const counted = row.assignments.filter((a) => isCounted(a.status as AssignmentStatus));
  return {
    status: row.status as ApplicationStatus,
    values: row.values as Record<string, FieldValue>,
    fieldFiles: countBy(stored.map((f) => f.fieldId)),
    pendingFieldFiles: pending.flatMap((f) => f.fieldId ?? []),
    everSubmitted: row.submittedAt !== null,
    otherOpenForPosition,
    number: row.number,
    portalNumber: null,
    fromPortal: false,
    profileFilled: true,
    cardConfirmed: false,
    signedApplication: false,
    employerConfirmation: (row.employerConfirmation?.status as EmployerConfirmationStatus | undefined) ?? null,
    employerPaper: null,
    portfolio: {
      status: (row.portfolio?.status as PortfolioStatus | undefined) ?? 'NONE',
      pending: [...new Set(pending.flatMap((f) => f.indicatorId ?? []))],
      filled: countBy(stored.map((f) => f.indicatorId)),
    },
    assignments: row.assignments.map((a) => ({
      status: a.status as AssignmentStatus,
      sheet: (a.sheet?.status as SheetStatus | undefined) ?? null,
    })),
    openConflicts: row.assignments.filter((a) => ['CONFLICT', 'DECLINED'].includes(a.status) && a.conflictClosedAt === null).length,
    reopened: counted.some((a) => a.sheet?.status === 'REOPENED'),
    furtherExpertPending: form !== null && furtherExpertPending(procedure, form, counted),
    reviewStarted: row.assignments.some((a) => a.sheet?.openedAt),
    conclusionAttached: false,
    verdict: null,
    informationReceived: false,
    period: null,
    scheduleStatus: null,
    meeting: meeting && { step: meeting.step, date: isoDay(meeting.date), status: meeting.status as MeetingStatus },
    quorum:
      meeting?.members && meeting.present !== null ? hasQuorum(procedure, { members: meeting.members, present: meeting.present }) : null,
    decision: row.decision && { outcome: row.decision.outcome as Outcome },
    order: row.order && { number: row.order.number, date: isoDay(row.order.date) },
    withdrawal: (row.withdrawal?.status as WithdrawalStatus | undefined) ?? null,
    lapsed: [...latestTerms(row).values()].filter((d) => d.status === 'LAPSED').map((d) => d.termId),
    warned: [...latestTerms(row).values()]
      .filter((d) => procedure.deadlines.find((t) => t.id === d.termId)?.warn?.before.every((days) => d.warned.includes(days)))
      .map((d) => d.termId),
  };
}

/** The viewer's own assignment to a case, for an expert's acts. */
export function ownAssignment({ application, facts }: Case, viewer: Viewer): Facts['assignments'][number] | undefined {
  const index = viewer.expertId ? application.assignments.findLastIndex((a) => a.expertId === viewer.expertId) : -1;
  return index < 0 ? undefined : facts.assignments[index];
}

/** The running or last instance of each term. */
export function latestTerms(row: Pick<CaseRow, 'deadlines'>): Map<string, CaseRow['deadlines'][number]> {
  return new Map(row.deadlines.map((d) => [d.termId, d]));
}

function furtherExpertPending(procedure: Procedure, form: Form, counted: CaseRow['assignments']): boolean {
  if (counted.some((a) => a.status !== 'FINAL')) return false;
  const totals = counted.flatMap((a) => (a.sheet?.total ? [a.sheet.total.toString()] : []));
  return divergence(procedure, form, totals).furtherExpertNeeded && counted.length < procedure.assessment.experts.max;
}

function countBy(ids: (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids) if (id) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** A date column as an ISO day. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
