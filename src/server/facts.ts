import type { Facts, FieldValue } from '@/domain/case/facts';
import { COUNTED, FILE_COMING, isIn, LOST } from '@/domain/case/groups';
import { dayIn } from '@/domain/days';
import { hasQuorum } from '@/domain/decision';
import { countFilled } from '@/domain/portfolio';
import { formFor } from '@/domain/procedure/document';
import type { Form, Procedure } from '@/domain/procedure/shape';
import {
  type Addressee,
  type ApplicationStatus,
  type AssignmentStatus,
  CLOSED_STATUSES,
  type EmployerConfirmationStatus,
  type EmployerPaperStatus,
  type MeetingStatus,
  type Outcome,
  type PortfolioStatus,
  type Role,
  type ScheduleStatus,
  type SheetStatus,
  type WithdrawalStatus,
} from '@/domain/procedure/vocabulary';
import { findPeriod, stepAtHand } from '@/domain/schedule';
import { divergence } from '@/domain/scoring';
import type { Viewer } from '@/domain/viewer';
import type { Schedule } from '@/generated/prisma/client';
import { profileGaps } from './auth/profile';
import { findCaseCards } from './caseCards';
import { now } from './clock';
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
  account: { select: { lastName: true, firstName: true, email: true, emailVerifiedAt: true, pendingEmail: true, sex: true } },
  employerConfirmation: { include: { signatures: true } },
  employerPaper: true,
  conclusion: true,
  requests: { orderBy: { id: 'asc' } },
  entries: { where: { removedAt: null }, select: { id: true, indicatorId: true } },
  portfolio: true,
  files: { where: { status: { in: [...FILE_COMING] } }, orderBy: { id: 'asc' } },
  assignments: { include: { sheet: true }, orderBy: { id: 'asc' } },
  agendaItems: { include: { meeting: true } },
  decision: true,
  order: true,
  withdrawal: true,
  deadlines: { where: { assignmentId: null }, orderBy: { id: 'asc' } },
} satisfies Prisma.ApplicationInclude;

export type CaseRow = Prisma.ApplicationGetPayload<{ include: typeof CASE }>;

/** Reads cases with their facts, a fixed number of statements for any number of them; ids that are not there are left out. */
export async function findCases(db: Db, ids: readonly string[]): Promise<Map<string, Case>> {
  const rows = await db.application.findMany({ where: { id: { in: [...ids] } }, include: CASE });
  const others = await db.application.findMany({
    where: { accountId: { in: rows.map((r) => r.accountId) }, submittedAt: { not: null }, status: { notIn: [...CLOSED_STATUSES] } },
    select: { id: true, accountId: true, positionId: true },
  });
  const named = await Promise.all(
    rows.map(async (application) => ({ application, procedure: await getProcedure(application.procedureVersionId, db) })),
  );
  const [schedules, cards] = [await findSchedules(db, rows), await findCaseCards(db, named)];
  const uncoordinated = await findUncoordinated(db, rows);
  const days = await findConfirmationDays(db, named);
  return new Map(
    named.map(({ application, procedure }): [string, Case] => {
      const otherOpen = others.some(
        (o) => o.id !== application.id && o.accountId === application.accountId && o.positionId === application.positionId,
      );
      const form = formFor(procedure, application.positionId);
      const around = {
        otherOpen,
        scheduleStatus: scheduleOf(application, schedules),
        card: cards.get(application.id) ?? null,
        coordinatorActive: !uncoordinated.has(application.id),
        confirmationDay: days.get(application.id) ?? null,
      };
      return [application.id, { application, procedure, form, facts: factsOf(application, procedure, form, around) }];
    }),
  );
}

/** One case, or null. */
export async function findCase(db: Db, id: string): Promise<Case | null> {
  return (await findCases(db, [id])).get(id) ?? null;
}

/** One case that is known to be there. */
export async function getCase(db: Db, id: string): Promise<Case> {
  const found = await findCase(db, id);
  if (!found) throw new Error(`case ${id} vanished`);
  return found;
}

/** The approved schedule counts for a case only in an edition that holds it. */
function scheduleOf(row: CaseRow, schedules: Schedule[]): ScheduleStatus | null {
  const schedule = schedules.find((s) => s.municipalityId === row.municipalityId && s.periodId === row.periodId);
  if (!schedule) return null;
  return row.scheduleEdition === null ? 'DRAFT' : (schedule.status as ScheduleStatus);
}

async function findSchedules(db: Db, rows: CaseRow[]): Promise<Schedule[]> {
  const planned = rows.flatMap(({ municipalityId, periodId }) => (municipalityId && periodId ? [{ municipalityId, periodId }] : []));
  return planned.length ? db.schedule.findMany({ where: { OR: planned } }) : [];
}

/** Ids of cases whose municipality has no coordinator at work; asked only where the procedure then lets another act for him. */
async function findUncoordinated(db: Db, rows: CaseRow[]): Promise<Set<string>> {
  const asks = async ({ procedureVersionId, status }: CaseRow) =>
    (await getProcedure(procedureVersionId, db)).transitions.some((t) => t.from === status && t.guards?.includes('coordinator_absent'));
  const asked = (await Promise.all(rows.map(async (row) => ((await asks(row)) ? [row] : [])))).flat();
  if (asked.length === 0) return new Set();
  const held = await db.roleAssignment.findMany({
    where: {
      role: 'COORDINATOR',
      removedAt: null,
      account: { lockedAt: null },
      regionId: { in: asked.map((row) => row.regionId) },
      municipalityId: { in: asked.flatMap((row) => row.municipalityId ?? []) },
    },
    select: { municipalityId: true },
    distinct: ['municipalityId'],
  });
  return new Set(asked.filter((row) => !held.some((h) => h.municipalityId === row.municipalityId)).map((row) => row.id));
}

/** The last day stated for confirming to those who take part; asked only where a procedure waits for it in this very status. */
async function findConfirmationDays(
  db: Db,
  cases: readonly Pick<Case, 'application' | 'procedure'>[],
): Promise<Map<string, NonNullable<Facts['confirmationDay']>>> {
  const waits = ({ application, procedure }: (typeof cases)[number]) =>
    procedure.transitions.some((t) => t.from === application.status && t.guards?.includes('confirmation_day_past'));
  const seats = cases
    .filter(waits)
    .flatMap(({ application, procedure }) =>
      application.assignments
        .filter((a) => isIn(a.status, COUNTED))
        .map((a) => ({ assignmentId: a.id, termId: procedure.assessment.experts.confirmBy ?? '' })),
    );
  if (seats.length === 0) return new Map();
  const rows = await db.deadline.findMany({
    where: { OR: seats },
    orderBy: { lapsesAt: 'asc' },
    select: { lapsesAt: true, untilDate: true, assignment: { select: { applicationId: true } } },
  });
  return new Map(
    rows.flatMap(({ lapsesAt, untilDate, assignment }) =>
      assignment ? [[assignment.applicationId, { until: isoDay(untilDate), past: lapsesAt <= now() }] as const] : [],
    ),
  );
}

interface Around {
  otherOpen: boolean;
  coordinatorActive: boolean;
  confirmationDay: Facts['confirmationDay'];
  scheduleStatus: ScheduleStatus | null;
  card: Facts['card'];
}

function factsOf(row: CaseRow, procedure: Procedure, form: Form | null, around: Around): Facts {
  const stored = row.files.filter((f) => f.status === 'STORED');
  // A PENDING row older than its policy can never become a file: it blocks nothing.
  const pending = row.files.filter((f) => f.status === 'PENDING' && f.policyExpiresAt > new Date());
  const papers = new Set(stored.flatMap((f) => f.paper ?? []));
  const period = findPeriod(procedure, row.periodId);
  const meeting = row.agendaItems.find((item) => item.step === stepAtHand(procedure, row.status as ApplicationStatus))?.meeting ?? null;
  const counted = row.assignments.filter((a) => isIn(a.status, COUNTED));
  const today = dayIn(procedure.region.timezone, now());
  return {
    today,
    status: row.status as ApplicationStatus,
    values: row.values as Record<string, FieldValue>,
    fieldFiles: countBy(stored.map((f) => f.fieldId)),
    pendingFieldFiles: pending.flatMap((f) => f.fieldId ?? []),
    everSubmitted: row.submittedAt !== null,
    otherOpenForPosition: around.otherOpen,
    number: row.number,
    portalNumber: row.portalNumber,
    profileFilled: profileGaps(procedure, 'TEACHER', row.account).length === 0,
    card: around.card,
    signedApplication: papers.has('signed_application'),
    coordinatorActive: around.coordinatorActive,
    employerConfirmation: (row.employerConfirmation?.status as EmployerConfirmationStatus | undefined) ?? null,
    employerSignatures: (row.employerConfirmation?.signatures ?? []).map((s) => s.role as Role),
    employerPaper: (row.employerPaper?.status as EmployerPaperStatus | undefined) ?? null,
    portfolio: {
      status: (row.portfolio?.status as PortfolioStatus | undefined) ?? 'NONE',
      pending: [...new Set(pending.flatMap((f) => f.indicatorId ?? []))],
      ...countFilled(form, countBy(stored.map((f) => f.indicatorId)), countBy(row.entries.map((e) => e.indicatorId))),
    },
    assignments: row.assignments.map((a) => ({
      status: a.status as AssignmentStatus,
      sheet: (a.sheet?.status as SheetStatus | undefined) ?? null,
    })),
    openConflicts: row.assignments.filter((a) => isIn(a.status, LOST) && a.conflictClosedAt === null).length,
    reopened: counted.some((a) => a.sheet?.status === 'REOPENED'),
    furtherExpertPending: form !== null && furtherExpertPending(procedure, form, counted),
    confirmationDay: around.confirmationDay,
    reviewStarted: row.assignments.some((a) => a.sheet?.openedAt) || (period !== null && period.startsOn <= today),
    conclusionAttached: row.conclusion !== null && papers.has('conclusion'),
    verdict: row.verdict,
    handedOver: row.handedOverAt !== null,
    requests: {
      asked: row.requests.length,
      awaited: [...new Set(row.requests.filter((r) => r.answeredAt === null).map((r) => r.addressee as Addressee))],
    },
    period: row.periodId,
    scheduleStatus: around.scheduleStatus,
    meeting: meeting && {
      step: meeting.step,
      date: isoDay(meeting.date),
      status: meeting.status as MeetingStatus,
    },
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
