import { problemSentence } from '@/messages/sentence';
import type { ProblemResolvers } from './../../types.generated';

export const Problem: ProblemResolvers = {
  message: (problem, _arg, context) => problemSentence(context.language, problem.code, problem.params),
};
