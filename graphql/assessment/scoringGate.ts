import { COUNTED, isIn } from '@/domain/case/groups';
import { type Problem, problem } from '@/domain/problems';
import { formFor } from '@/domain/procedure/document';
import type { Form, Procedure } from '@/domain/procedure/shape';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { notFound } from '@/server/errors';
import { once } from '@/server/once';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { visibleAssignments } from '@/server/visibility';

interface Rules {
  expertId: string;
  versionId: string;
  positionId: string | null;
}
const kept = () => once('scoringRules', () => new Map<string, Rules>());
const MOST_KEPT = 5000;

/**
 * The rules of an expert's own sheet. Who is appointed and what is scored never changes for an assignment, so it is remembered: saving a cell stays one
 * statement.
 */
export async function getScoringRules(viewer: Viewer, assignmentId: string): Promise<{ procedure: Procedure; form: Form }> {
  const rules = kept().get(assignmentId) ?? (await readRules(assignmentId));
  if (!rules || rules.expertId !== viewer.expertId) return notFound();
  const procedure = await getProcedure(rules.versionId);
  return { procedure, form: formFor(procedure, rules.positionId) ?? notFound() };
}

async function readRules(assignmentId: string): Promise<Rules | null> {
  const row = await prisma.expertAssignment.findUnique({
    where: { id: assignmentId },
    select: { expertId: true, application: { select: { procedureVersionId: true, positionId: true } } },
  });
  if (!row) return null;
  const rules = { expertId: row.expertId, versionId: row.application.procedureVersionId, positionId: row.application.positionId };
  if (kept().size >= MOST_KEPT) kept().clear();
  kept().set(assignmentId, rules);
  return rules;
}

/** Why an expert's own sheet takes nothing now; null when it is open and only the version can have been another. */
export async function closedSheetProblem(viewer: Viewer, assignmentId: string): Promise<Problem | null> {
  const found = await prisma.expertAssignment.findFirst({
    where: { AND: [visibleAssignments(viewer), { id: assignmentId, expertId: viewer.expertId ?? '' }] },
    select: { status: true, sheet: { select: { status: true } }, application: { select: { status: true } } },
  });
  if (!found) return notFound();
  if (found.status !== 'INVITED' && !isIn(found.status as AssignmentStatus, COUNTED)) return problem('ASSIGNMENT_CLOSED');
  if (found.status === 'FINAL' || found.sheet?.status === 'FINAL') return problem('SHEET_FINAL');
  if (found.application.status !== 'EXPERTISE' || !found.sheet)
    return problem('WRONG_STATUS', [], { status: found.application.status, action: 'save_score' });
  return null;
}
