import { problem } from '@/domain/problems';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from '../../../types.generated';
import { closedSheetProblem, getScoringRules } from '../../scoringGate';
import { saveRecommendationsRow } from './saveRecommendations.sql';

const PATH = ['input', 'recommendations'];

export const saveRecommendations: NonNullable<MutationResolvers['saveRecommendations']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  await getScoringRules(viewer, input.assignmentId);
  const problems = lengthProblems(input.text, TEXT_LIMITS.recommendations, PATH);
  if (problems.length) return { problems };
  const version = await saveRecommendationsRow(viewer, input, now());
  if (version !== null) return { problems: [], text: input.text, version };
  const closed = await closedSheetProblem(viewer, input.assignmentId);
  if (closed) return { problems: [closed] };
  const stored = await prisma.scoreSheet.findUniqueOrThrow({ where: { assignmentId: input.assignmentId } });
  return { problems: [problem('STALE_VERSION', PATH)], text: stored.recommendations, version: stored.recommendationsVersion };
};
