import { openRecordActions } from '@/domain/case/acts';
import { DEADLINE_UNMET, isIn, LOST, SEATED, UNFINISHED } from '@/domain/case/groups';
import { machineLabel, toneIn } from '@/domain/labels';
import { formFor } from '@/domain/procedure/document';
import type { Procedure } from '@/domain/procedure/shape';
import { leavesOf } from '@/domain/procedure/tree';
import type { Action, ApplicationStatus, AssignmentStatus, RecordAction } from '@/domain/procedure/vocabulary';
import { reasonsFor } from '@/domain/reasons';
import { openActions } from '@/domain/workflow';
import { type GraphQLContext, getViewer } from '@/server/context';
import { isoDay, latestTerms } from '@/server/facts';
import { fullName } from '@/server/fullName';
import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { maySee, visibleApplications } from '@/server/visibility';
import type { ExpertAssignmentResolvers } from '../../types.generated';
import type { AssignmentRow } from '../assignments';
import { sheetOf } from '../grid';
import { findGrids } from '../scoreGrid.sql';

/** The stage in which the sheets are open. */
const REVIEW: ApplicationStatus = 'EXPERTISE';

const procedureOf = (row: AssignmentRow): Promise<Procedure> => getProcedure(row.application.procedureVersionId);
const isOwn = (row: AssignmentRow, context: GraphQLContext) => row.expertId === getViewer(context).expertId;
const knows = (row: AssignmentRow, context: GraphQLContext) => isOwn(row, context) || maySee(getViewer(context), 'expert_name');

const reasons = async (row: AssignmentRow, act: Action | RecordAction, context: GraphQLContext) =>
  reasonsFor(await procedureOf(row), act).map((r) => ({ id: r.id, label: r.label[context.language] }));

const visibleCase = perRequest(async (context, ids) => {
  const rows = await prisma.application.findMany({ where: { AND: [visibleApplications(getViewer(context)), { id: { in: [...ids] } }] } });
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
});

/** Terms that run for one expert by himself, the latest first. */
const termsOf = perRequest(async (_context, ids) => {
  const rows = await prisma.deadline.findMany({ where: { assignmentId: { in: [...ids] } }, orderBy: { id: 'desc' } });
  return groupBy(ids, rows, (row) => row.assignmentId ?? '');
});

/** Sheets where experts see one another's scores while they work, and where they do not. */
const sharedGrid = perRequest((context, ids) => findGrids(getViewer(context), ids, true));
const ownGrid = perRequest((context, ids) => findGrids(getViewer(context), ids, false));

export const ExpertAssignment: ExpertAssignmentResolvers = {
  statusLabel: async (row, _arg, context) => machineLabel(await procedureOf(row), 'assignment', row.status, context.language),
  statusTone: async (row) => toneIn(await procedureOf(row), 'assignment', row.status),
  no: async (row, _arg, context) =>
    ((await context.loaders.case.load(row.applicationId))?.application.assignments.findIndex((a) => a.id === row.id) ?? 0) + 1,
  own: (row, _arg, context) => isOwn(row, context),
  reason: (row, _arg, context) => (knows(row, context) ? row.reason : null),
  expertName: (row, _arg, context) => (knows(row, context) ? fullName(row.expert.account) : null),
  expertPost: (row, _arg, context) => (knows(row, context) ? row.expert.post : null),
  expertOrganisation: (row, _arg, context) => (knows(row, context) ? row.expert.organisation.name : null),
  applicationNumber: (row) => row.application.number,
  application: (row, _arg, context) => visibleCase(context, row.applicationId),

  viewerActions: async (row, _arg, context) => {
    const found = await context.loaders.case.load(row.applicationId);
    if (!found) return [];
    const viewer = getViewer(context);
    const place = found.application.assignments.findIndex((a) => a.id === row.id);
    const own = isOwn(row, context) ? found.facts.assignments[place] : undefined;
    const acts = openRecordActions(found.procedure, found.form, found.facts, viewer.role, own);
    // Once the review is done a sheet is reopened together with the case.
    const reopen = openActions(found.procedure, found.form, found.facts, viewer.role).find((o) => o.action === 'reopen_review');
    return [
      ...acts.filter(({ action }) => concerns(row, action)),
      ...(reopen && row.status === 'FINAL' ? [{ action: 'reopen_sheet', problems: reopen.problems }] : []),
    ];
  },
  declineReasons: (row, _arg, context) => reasons(row, 'decline_assignment', context),
  conflictReasons: (row, _arg, context) => reasons(row, 'declare_conflict', context),
  reopenReasons: (row, _arg, context) => reasons(row, 'reopen_review', context),
  conflictOpen: (row) => isLost(row) && row.conflictClosedAt === null,

  deadline: async (row, _arg, context) => {
    const found = isIn(row.status, SEATED) ? await context.loaders.case.load(row.applicationId) : null;
    if (!found) return null;
    const { confirmBy, scoreBy } = found.procedure.assessment.experts;
    const awaited = row.status === 'INVITED' ? confirmBy : scoreBy;
    const own = (await termsOf(context, row.id)).find((term) => term.termId === awaited);
    const term = own ?? (awaited ? latestTerms(found.application).get(awaited) : undefined);
    return term && isIn(term.status, DEADLINE_UNMET) ? { row: term, procedure: found.procedure } : null;
  },

  scoreUntil: async (row, _arg, context) => {
    const found = await context.loaders.case.load(row.applicationId);
    if (!found) return null;
    const { scoreBy } = found.procedure.assessment.experts;
    const own = (await termsOf(context, row.id)).find((term) => term.termId === scoreBy);
    const term = own ?? latestTerms(found.application).get(scoreBy);
    return term ? isoDay(term.untilDate) : null;
  },
  scoreAmount: async (row) => scoreTermOf(await procedureOf(row))?.amount ?? null,
  scoreUnit: async (row) => scoreTermOf(await procedureOf(row))?.unit ?? null,
  reviewOpen: async (row, _arg, context) => (await context.loaders.case.load(row.applicationId))?.facts.status === REVIEW,
  scored: (row) => row.sheet?._count.scores ?? 0,
  criteriaCount: async (row) => leavesOf(formFor(await procedureOf(row), row.application.positionId)?.criteria ?? []).length,

  sheet: async (row, _arg, context) => {
    const procedure = await procedureOf(row);
    const grid = await (procedure.assessment.scoring.showOtherExperts ? sharedGrid : ownGrid)(context, row.id);
    const form = grid && formFor(procedure, grid.positionId);
    return form ? sheetOf(grid, procedure, form, getViewer(context), context.language) : null;
  },
};

const scoreTermOf = ({ assessment, deadlines }: Procedure) => deadlines.find((term) => term.id === assessment.experts.scoreBy);
const isLost = (row: AssignmentRow) => isIn(row.status, LOST);

/** The acts of a case that are done on this very assignment. */
function concerns(row: AssignmentRow, action: RecordAction): boolean {
  const status = row.status as AssignmentStatus;
  const on: Partial<Record<RecordAction, boolean>> = {
    confirm_participation: true,
    start_scoring: true,
    attach_conclusion: true,
    decline_assignment: true,
    declare_conflict: true,
    save_score: true,
    finish_sheet: true,
    replace_expert: isIn(status, UNFINISHED),
    waive_conflict: isLost(row) && row.conflictClosedAt === null,
    reopen_sheet: status === 'FINAL',
  };
  return on[action] ?? false;
}
