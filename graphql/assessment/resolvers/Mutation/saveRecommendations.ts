import { problem } from '@/domain/problems';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from '../../../types.generated';
import { MAX_RECOMMENDATIONS } from '../../grid';
import { closedSheetProblem, getScoringRules } from '../../scoringGate';
import { saveRecommendationsRow } from './saveRecommendations.sql';

const PATH = ['input', 'recommendations'];

export const saveRecommendations: NonNullable<MutationResolvers['saveRecommendations']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'EXPERT');
  await getScoringRules(viewer, input.assignmentId);
  if (input.text.length > MAX_RECOMMENDATIONS) return { problems: [problem('VALUE_TOO_LONG', PATH, { max: MAX_RECOMMENDATIONS })] };
  const version = await saveRecommendationsRow(viewer, input, now());
  if (version !== null) return { problems: [], text: input.text, version };
  const closed = await closedSheetProblem(viewer, input.assignmentId);
  if (closed) return { problems: [closed] };
  const stored = await prisma.scoreSheet.findUniqueOrThrow({ where: { assignmentId: input.assignmentId } });
  return { problems: [problem('STALE_VERSION', PATH)], text: stored.recommendations, version: stored.recommendationsVersion };
};
