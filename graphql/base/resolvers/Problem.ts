import { problemSentence, sentenceParams } from '@/messages/sentence';
import { spokenProcedure } from '@/server/auth/regionProcedure';
import type { ProblemResolvers } from './../../types.generated';

export const Problem: ProblemResolvers = {
  message: async (problem, _arg, context) =>
    problemSentence(context.language, problem.code, sentenceParams(problem), await spokenProcedure(context)),
  code: ({ code }, _arg, _ctx) => {
    /* Problem.code resolver is required because Problem.code and ProblemMapper.code are not compatible */
    return code;
  },
};
