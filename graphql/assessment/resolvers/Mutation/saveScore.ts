import { type Problem, problem } from '@/domain/problems';
import type { Form, Procedure } from '@/domain/procedure/shape';
import { leavesOf } from '@/domain/procedure/tree';
import { normalScore, scoreProblems } from '@/domain/scoring';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers, SaveScoreInput } from '../../../types.generated';
import { storedScore } from '../../grid';
import { closedSheetProblem, getScoringRules } from '../../scoringGate';
import { saveScoreRow } from './saveScore.sql';

export const saveScore: NonNullable<MutationResolvers['saveScore']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  const { procedure, form } = await getScoringRules(viewer, input.assignmentId);
  const problems = cellProblems(procedure, form, input);
  if (problems.length) return { problems };
  const cell = { ...input, value: normalScore(input.value), comment: input.comment.trim() };
  const saved = await saveScoreRow(viewer, cell, now());
  if (saved) return { problems: [], score: storedScore(saved) };
  const closed = await closedSheetProblem(viewer, input.assignmentId);
  if (closed) return { problems: [closed] };
  const stored = await prisma.score.findFirst({
    where: { criterionId: input.criterionId, sheet: { assignmentId: input.assignmentId } },
  });
  const stale = problem('STALE_VERSION', ['criterion', input.criterionId]);
  return { problems: [stale], score: stored && storedScore({ ...stored, value: stored.value?.toString() ?? null }) };
};

function cellProblems(procedure: Procedure, form: Form, input: SaveScoreInput): Problem[] {
  const path = ['criterion', input.criterionId];
  const leaf = leavesOf(form.criteria).find((l) => l.id === input.criterionId);
  if (!leaf) return [problem('VALUE_NOT_LISTED', path)];
  const long = lengthProblems(input.comment, TEXT_LIMITS.comment, [...path, 'comment']);
  return long.length > 0 ? long : scoreProblems(procedure, leaf, input.value);
}
