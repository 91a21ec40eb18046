import { boundToMunicipality } from '@/domain/assignment';
import { openRecordActions } from '@/domain/case/acts';
import { COUNTED, isIn, SEATED } from '@/domain/case/groups';
import { roleLabel } from '@/domain/labels';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import { resultOf } from '@/domain/scoring';
import type { Application as ApplicationRow } from '@/generated/prisma/client';
import { type GraphQLContext, getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import { fullName } from '@/server/fullName';
import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import { maySee, visibleAssignments } from '@/server/visibility';
import type { ApplicationResolvers } from '../../types.generated';
import { ASSIGNMENT } from '../assignments';
import { findCandidates } from '../candidates.sql';

const withCase = async (row: ApplicationRow, context: GraphQLContext) => (await context.loaders.case.load(row.id)) ?? notFound();

const visibleOf = perRequest(async (context, ids) => {
  const where = { AND: [visibleAssignments(getViewer(context)), { applicationId: { in: [...ids] } }] };
  const rows = await prisma.expertAssignment.findMany({ where, include: ASSIGNMENT, orderBy: { id: 'asc' } });
  return groupBy(ids, rows, (row) => row.applicationId);
});

/** Everybody at work on a case, for experts who score it together. */
const togetherOf = perRequest(async (_context, ids) => {
  const where = { applicationId: { in: [...ids] }, status: { in: [...COUNTED] } };
  const rows = await prisma.expertAssignment.findMany({ where, include: ASSIGNMENT, orderBy: { id: 'asc' } });
  return groupBy(ids, rows, (row) => row.applicationId);
});

/** Everybody who has been asked or takes part. */
const seatsOf = perRequest(async (_context, ids) => {
  const where = { applicationId: { in: [...ids] }, status: { in: [...SEATED] } };
  const rows = await prisma.expertAssignment.findMany({ where, include: ASSIGNMENT, orderBy: { id: 'asc' } });
  return groupBy(ids, rows, (row) => row.applicationId);
});

/** The finished sheets of a case whose result the viewer may see. */
const finalOf = perRequest(async (_context, ids) => {
  const where = { applicationId: { in: [...ids] }, status: 'FINAL' };
  const rows = await prisma.expertAssignment.findMany({ where, include: ASSIGNMENT, orderBy: { id: 'asc' } });
  return groupBy(ids, rows, (row) => row.applicationId);
});

/** Who may be appointed, for a role that may appoint now; else null. */
async function candidatesFor(row: { id: string; procedureVersionId: string }, search: string | null | undefined, context: GraphQLContext) {
  const { role } = getViewer(context);
  const found = await withCase(row as Parameters<typeof withCase>[0], context);
  const acts = openRecordActions(found.procedure, found.form, found.facts, role);
  const appoints = acts.some(({ action }) => action === 'appoint_experts' || action === 'replace_expert');
  return appoints ? findCandidates(found, search ?? '', role) : null;
}

export const Application: Pick<
  ApplicationResolvers,
  | 'assessmentResult'
  | 'assignments'
  | 'expertCandidateCount'
  | 'expertCandidates'
  | 'expertFallback'
  | 'expertScope'
  | 'expertsMax'
  | 'expertsMin'
  | 'panelMarks'
> = {
  assignments: async (row, _arg, context) => {
    const visible = await visibleOf(context, row.id);
    const { expertId, role } = getViewer(context);
    const mine = visible.some((a) => a.expertId === expertId && isIn(a.status as AssignmentStatus, COUNTED));
    if (role !== 'EXPERT' || !mine) return visible;
    const { scoring } = (await withCase(row, context)).procedure.assessment;
    return scoring.showOtherExperts ? togetherOf(context, row.id) : visible;
  },
  panelMarks: async (row, _arg, context) => {
    const viewer = getViewer(context);
    const names = maySee(viewer, 'expert_name');
    if (!names && viewer.role !== 'EXPERT') return [];
    const { application } = await withCase(row, context);
    return (await seatsOf(context, row.id)).map((seat) => {
      const own = seat.expertId === viewer.expertId;
      return {
        id: seat.id,
        no: application.assignments.findIndex((a) => a.id === seat.id) + 1,
        own,
        name: names || own ? fullName(seat.expert.account) : null,
        ready: seat.status !== 'INVITED',
        done: seat.status === 'FINAL',
      };
    });
  },
  expertsMin: async (row, _arg, context) => (await withCase(row, context)).procedure.assessment.experts.min,
  expertsMax: async (row, _arg, context) => (await withCase(row, context)).procedure.assessment.experts.max,

  expertCandidates: async (row, { search }, context) => (await candidatesFor(row, search, context))?.best ?? [],
  expertCandidateCount: async (row, { search }, context) => (await candidatesFor(row, search, context))?.count ?? 0,

  expertScope: async (row, _arg, context) => {
    const { role, municipalityId } = getViewer(context);
    if (!boundToMunicipality((await withCase(row, context)).procedure, role)) return 'REGION';
    return municipalityId ? 'OWN_MUNICIPALITY' : 'CASE_MUNICIPALITY';
  },
  expertFallback: async (row, _arg, context) => {
    const { procedure } = await withCase(row, context);
    const { selectedBy, fallbackSelectedBy } = procedure.assessment.experts;
    const falls = fallbackSelectedBy && getViewer(context).role === selectedBy && fallbackSelectedBy !== selectedBy;
    return falls ? roleLabel(procedure, fallbackSelectedBy, context.language) : null;
  },

  assessmentResult: async (row, _arg, context) => {
    const { application, procedure, form } = await withCase(row, context);
    const viewer = getViewer(context);
    const published = viewer.role === 'TEACHER' && application.orderId !== null;
    const counted = application.assignments.filter((a) => isIn(a.status as AssignmentStatus, COUNTED));
    if (!form || !(published || maySee(viewer, 'other_scores')) || counted.some((a) => a.status !== 'FINAL')) return null;
    const rows = await finalOf(context, row.id);
    const sheets = rows.map((a) => ({
      expertName: maySee(viewer, 'expert_name') ? fullName(a.expert.account) : null,
      total: a.sheet?.total?.toString() ?? null,
      recommendations: a.sheet?.recommendations ?? '',
    }));
    const result = resultOf(
      procedure,
      form,
      row.categoryId,
      // A sheet without a total ends in a verdict only.
      sheets.flatMap((s) => s.total ?? []),
    );
    if (!result) return null;
    const { percent, proposed, ...rest } = result;
    return { ...rest, divergencePercent: percent, thresholdProposed: proposed && procedure.example, sheets };
  },
};
