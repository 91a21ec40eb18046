import { formProblems } from '@/domain/applicationForm';
import { openRecordActions } from '@/domain/case/acts';
import { DEADLINE_AHEAD, DEADLINE_SETTABLE, DEADLINE_UNMET, isIn } from '@/domain/case/groups';
import { whoseMove } from '@/domain/case/moves';
import { caseLine, publicStatusLabel, roleLabel, toneOf } from '@/domain/labels';
import type { ApplicationStatus } from '@/domain/procedure/vocabulary';
import { reasonsFor } from '@/domain/reasons';
import { openActions } from '@/domain/workflow';
import type { Application as ApplicationRow } from '@/generated/prisma/client';
import { type GraphQLContext, getViewer } from '@/server/context';
import { pageSize } from '@/server/cursor';
import { notFound } from '@/server/errors';
import { type Case, latestTerms, ownAssignment } from '@/server/facts';
import { fullName } from '@/server/fullName';
import { reasonText } from '@/server/mail/recipients';
import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import type { ApplicationResolvers } from './../../types.generated';
import { answersOf, fieldValuesOf } from '../answers';
import { calledLines } from '../history';

/** Runs with the case's procedure and facts; every row that reaches a resolver has passed its visibility filter. */
const withCase = async (row: ApplicationRow, context: GraphQLContext): Promise<Case> =>
  (await context.loaders.case.load(row.id)) ?? notFound();

const MAX_LINES = 200;
/** The history of each case, oldest first. */
const timelineOf = perRequest(async (_context, ids) => {
  const rows = await prisma.timelineEntry.findMany({ where: { applicationId: { in: [...ids] } }, orderBy: { id: 'asc' } });
  return groupBy(ids, rows, (row) => row.applicationId);
});

export const Application: Pick<
  ApplicationResolvers,
  | 'admittedAt'
  | 'answers'
  | 'caseLine'
  | 'category'
  | 'createdAt'
  | 'deadlines'
  | 'fieldValues'
  | 'firstName'
  | 'form'
  | 'fullName'
  | 'id'
  | 'lastName'
  | 'number'
  | 'organisation'
  | 'patronymic'
  | 'portalLabel'
  | 'portalNumber'
  | 'position'
  | 'procedureVersion'
  | 'reason'
  | 'refusalReasons'
  | 'registeredAt'
  | 'returnReasons'
  | 'status'
  | 'statusChangedAt'
  | 'statusLabel'
  | 'statusTone'
  | 'submitProblems'
  | 'submittedAt'
  | 'timeline'
  | 'timelineCount'
  | 'updatedAt'
  | 'viewerActions'
  | 'whoseMove'
  | 'withdrawal'
> = {
  status: ({ status }) => status as ApplicationStatus,
  fullName,

  statusLabel: async (row, _arg, context) => {
    const { procedure, facts } = await withCase(row, context);
    return publicStatusLabel(procedure, facts, context.language);
  },
  statusTone: ({ status }) => toneOf('application', status),
  procedureVersion: async (row, _arg, context) => (await withCase(row, context)).procedure.version,

  position: async (row, _arg, context) => {
    const { procedure } = await withCase(row, context);
    const position = procedure.positions.find((p) => p.id === row.positionId);
    return position ? { id: position.id, label: position.label[context.language] } : null;
  },
  category: async (row, _arg, context) => {
    const { procedure } = await withCase(row, context);
    const category = procedure.categories.find((c) => c.id === row.categoryId);
    return category ? { id: category.id, label: category.label[context.language], offered: category.offered } : null;
  },
  organisation: (row, _arg, context) => (row.organisationId ? context.loaders.organisation.load(row.organisationId) : null),

  fieldValues: async (row, _arg, context) => fieldValuesOf(await withCase(row, context), context),
  answers: async (row, _arg, context) => answersOf(await withCase(row, context), context),
  form: async (row, _arg, context) => ({ procedure: (await withCase(row, context)).procedure }),

  submitProblems: async (row, _arg, context) => {
    const { procedure, form, facts } = await withCase(row, context);
    const send = openActions(procedure, form, facts, 'TEACHER').find((o) => o.action === 'submit' || o.action === 'resubmit');
    return send?.problems ?? formProblems(procedure, facts);
  },
  viewerActions: async (row, _arg, context) => {
    const found = await withCase(row, context);
    const { procedure, form, facts } = found;
    const viewer = getViewer(context);
    return [
      ...openActions(procedure, form, facts, viewer.role),
      ...openRecordActions(procedure, form, facts, viewer.role, ownAssignment(found, viewer)),
    ];
  },
  whoseMove: async (row, _arg, context) => {
    const { application, procedure, form, facts } = await withCase(row, context);
    const viewer = getViewer(context);
    const terms = latestTerms(application);
    const moves = whoseMove(procedure, form, facts).map(({ roles, action, deadlineId, movers }) => {
      const term = deadlineId ? terms.get(deadlineId) : undefined;
      return {
        roles,
        action,
        yours: movers.some(
          ({ role, seat }) => role === viewer.role && (seat === null || application.assignments[seat]?.expertId === viewer.expertId),
        ),
        roleLabel: roles[0] ? roleLabel(procedure, roles[0], context.language) : '',
        // A missed term still says by when it should have been.
        deadline: term && isIn(term.status, DEADLINE_UNMET) ? { row: term, procedure } : null,
      };
    });
    return moves.sort((a, b) => Number(b.yours) - Number(a.yours));
  },

  caseLine: async (row, _arg, context) => {
    const { application, procedure, facts } = await withCase(row, context);
    const entries = (await timelineOf(context, row.id)).filter((e) => e.toStatus !== null);
    const terms = latestTerms(application);
    const steps = caseLine(procedure, facts.status, ['DRAFT', ...entries.map((e) => e.toStatus ?? '')], context.language);
    const stepNo = (status: string | null) => procedure.caseLine.findIndex((s) => s.statuses.some((known) => known === status));
    return steps.map((step, no) => {
      // A step is done when the case went on; the last one when it was reached.
      const left = entries.find((e) => stepNo(e.toStatus) > no) ?? entries.find((e) => stepNo(e.toStatus) === no);
      const due = step.deadline ? (terms.get(step.deadline)?.lapsesAt ?? null) : null;
      return { key: step.id, label: step.label, state: step.state, at: step.state === 'done' ? (left?.at ?? row.createdAt) : due };
    });
  },

  deadlines: async (row, _arg, context) => {
    const { application, procedure, facts } = await withCase(row, context);
    // Nothing is late in a case that has ended: a term that lapsed on its way is over.
    const ended = procedure.statuses.application.find(({ status }) => status === facts.status)?.terminal ?? false;
    return [...latestTerms(application).values()]
      .filter((term) => isIn(term.status, ended ? DEADLINE_AHEAD : DEADLINE_SETTABLE))
      .sort((a, b) => a.lapsesAt.getTime() - b.lapsesAt.getTime())
      .map((term) => ({ row: term, procedure }));
  },
  timelineCount: async (row, _arg, context) => (await timelineOf(context, row.id)).length,
  timeline: async (row, { first }, context) => {
    const lines = calledLines((await withCase(row, context)).procedure, await timelineOf(context, row.id));
    return lines
      .slice(-pageSize(first, 50, MAX_LINES))
      .reverse()
      .map((line) => ({ ...line, application: row }));
  },

  reason: async (row, _arg, context) => reasonText(await withCase(row, context), context.language) || null,
  returnReasons: async (row, _arg, context) => {
    const { procedure } = await withCase(row, context);
    return reasonsFor(procedure, 'return_for_correction').map((r) => ({ id: r.id, label: r.label[context.language] }));
  },
  refusalReasons: async (row, _arg, context) => {
    const { procedure } = await withCase(row, context);
    return reasonsFor(procedure, 'refuse_intake').map((r) => ({ id: r.id, label: r.label[context.language] }));
  },
  withdrawal: async (row, _arg, context) => (await withCase(row, context)).application.withdrawal,
  portalLabel: async (row, _arg, context) => (await withCase(row, context)).procedure.application.portal?.label[context.language] ?? null,
};
