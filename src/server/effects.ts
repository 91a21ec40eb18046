import { assignmentAfter } from '@/domain/assignment';
import { COUNTED, DEADLINE_DUE, isIn, MEETING_AHEAD, RELEASABLE, UNFINISHED } from '@/domain/case/groups';
import { dayIn } from '@/domain/days';
import { termsMetBy } from '@/domain/deadlines';
import type { AssignmentStatus, DomainEvent } from '@/domain/procedure/vocabulary';
import { nextSession } from '@/domain/schedule';
import { aggregate, givesPoints } from '@/domain/scoring';
import { calendar } from './calendar';
import { endExpertTerms } from './expertTerms';
import type { Case } from './facts';
import { freezeCard } from './frozenCard';
import { newId } from './ids';
import { nextNumber } from './numbers';
import type { Occurrence } from './occurrence';
import { countOwed } from './owedConclusions';
import type { Tx } from './prisma';

type Effect = (tx: Tx, found: Case, at: Date) => Promise<Occurrence[]>;

/** The rows that follow from an event in every region; the procedure decides when the events happen. */
export const EFFECTS: Partial<Record<DomainEvent, Effect>> = {
  'application.submitted': async (tx, { application, procedure }, at) => {
    // Where the system registers it waits for the number that is given here; else whoever registers gives it.
    const registers = procedure.transitions.some((t) => t.guards?.includes('registration_number_assigned'));
    const number = application.number ?? (registers ? await nextNumber(tx, application, procedure, at) : null);
    await tx.application.update({ where: { id: application.id }, data: { number, submittedAt: application.submittedAt ?? at } });
    await freezeCard(tx, { application, procedure }, at);
    // The first application that is sent keeps the account open for good.
    await tx.deadline.updateMany({
      where: {
        accountId: application.accountId,
        applicationId: null,
        regionId: application.regionId,
        status: { in: [...DEADLINE_DUE] },
      },
      data: { status: 'MET', endedAt: at },
    });
    return [];
  },

  'application.registered': async (tx, { application, procedure }, at) => {
    const number = application.number ?? (await nextNumber(tx, application, procedure, at));
    await tx.application.update({ where: { id: application.id }, data: { number, registeredAt: application.registeredAt ?? at } });
    if (!application.portfolio && procedure.portfolio.teacherMayEdit !== false) {
      await tx.portfolio.create({
        data: { id: newId(), regionId: application.regionId, applicationId: application.id, status: 'DRAFT', createdAt: at },
      });
    }
    await putOnNextSession(tx, { application, procedure }, at);
    return [];
  },

  'employer.confirmation_requested': async (tx, { application }, at) => {
    if (!application.organisationId) return [];
    const asked = { organisationId: application.organisationId, status: 'ASKED', askedAt: at, answeredAt: null, answeredById: null };
    // Who is asked anew signs anew.
    await tx.employerSignature.deleteMany({ where: { confirmation: { applicationId: application.id } } });
    await tx.employerConfirmation.upsert({
      where: { applicationId: application.id },
      create: { id: newId(), regionId: application.regionId, applicationId: application.id, ...asked },
      update: asked,
    });
    return [];
  },

  'employer.note_requested': async (tx, { application }, at) => {
    if (!application.organisationId) return [];
    const asked = { organisationId: application.organisationId, status: 'WAITING', requestedAt: at };
    await tx.employerPaper.upsert({
      where: { applicationId: application.id },
      create: { id: newId(), regionId: application.regionId, applicationId: application.id, ...asked },
      update: {},
    });
    return [];
  },

  'application.admitted': async (tx, { application }, at) => {
    await tx.application.update({ where: { id: application.id }, data: { admittedAt: at } });
    return [];
  },

  'review.completed': async (tx, { application, procedure, form }, at) => {
    if (!form) return [];
    // Who was still asked, or waited in the reserve, is not needed any more.
    const asked = application.assignments.filter((a) => a.status === 'INVITED');
    const spare = [...asked, ...application.assignments.filter((a) => a.status === 'RESERVE')].map((a) => a.id);
    await tx.expertAssignment.updateMany({ where: { id: { in: spare } }, data: { status: 'NOT_NEEDED', endedAt: at } });
    await endExpertTerms(tx, spare, 'CANCELLED', at);
    // Without sheets the joint conclusion is the work of every expert at once.
    if (!givesPoints(procedure)) {
      const done = application.assignments.filter((a) => assignmentAfter(a.status as AssignmentStatus, 'conclude')).map((a) => a.id);
      await tx.expertAssignment.updateMany({ where: { id: { in: done } }, data: { status: 'FINAL' } });
      await endExpertTerms(tx, done, 'MET', at);
    }
    const totals = application.assignments
      .filter((a) => isIn(a.status, COUNTED))
      .flatMap((a) => (a.sheet?.total ? [a.sheet.total.toString()] : []));
    await tx.application.update({ where: { id: application.id }, data: { result: aggregate(procedure, totals) } });
    return asked.map(({ expertId }) => ({ event: 'expert.released', expertId }));
  },

  // A term of the whole region ends early when nobody is left to hand over.
  'conclusion.handed_over': async (tx, { application, procedure }, at) => {
    const { regionId } = application;
    const ended = termsMetBy(procedure, 'conclusion.handed_over').map((term) => term.id);
    if ((await countOwed(tx, regionId)) > 0) return [];
    await tx.deadline.updateMany({
      where: { regionId, applicationId: null, accountId: null, termId: { in: ended }, status: 'RUNNING' },
      data: { status: 'MET', endedAt: at },
    });
    return [];
  },

  'application.withdrawn': async (tx, { application }, at) => {
    const seats = (group: readonly AssignmentStatus[]) => ({ applicationId: application.id, status: { in: [...group] } });
    const told = await tx.expertAssignment.findMany({ where: seats(UNFINISHED), select: { expertId: true } });
    await tx.expertAssignment.updateMany({
      where: seats(RELEASABLE),
      data: { status: 'NOT_NEEDED', endedAt: at },
    });
    return told.map(({ expertId }) => ({ event: 'expert.released', expertId }));
  },
};

/**
 * With monthly sessions every registered application stands on the agenda of the next session of the first step (letter 2 names the
 * date): an extra meeting that the secretary planned, if it comes earlier than the month's own.
 */
async function putOnNextSession(tx: Tx, { application, procedure }: Pick<Case, 'application' | 'procedure'>, at: Date): Promise<void> {
  const [first, second] = procedure.decision.steps;
  if (procedure.periods.kind !== 'monthly_sessions' || !first || !second) return;
  if (application.agendaItems.some((item) => item.step === first)) return;
  const today = dayIn(procedure.region.timezone, at);
  const regular = new Date(nextSession(procedure, today, await calendar(tx)));
  const { regionId } = application;
  const planned = await tx.meeting.findFirst({
    where: { regionId, step: first, status: { in: [...MEETING_AHEAD] }, date: { gt: new Date(today), lt: regular } },
    orderBy: { date: 'asc' },
  });
  const meeting =
    planned ??
    (await tx.meeting.upsert({
      where: { regionId_step_date: { regionId, step: first, date: regular } },
      create: { id: newId(), regionId, step: first, date: regular, status: 'PLANNED', createdAt: at },
      update: {},
    }));
  await tx.agendaItem.create({
    data: { id: newId(), regionId, meetingId: meeting.id, applicationId: application.id, step: first, addedAt: at },
  });
}
