import { problemSentence } from '@/messages/sentence';
import { spokenProcedure } from '@/server/auth/regionProcedure';
import type { ProblemResolvers } from './../../types.generated';

export const Problem: ProblemResolvers = {
  message: async ({ code, params }, _arg, context) => problemSentence(context.language, code, params, await spokenProcedure(context)),
  code: ({ code }, _arg, _ctx) => {
    /* Problem.code resolver is required because Problem.code and ProblemMapper.code are not compatible */
    return code;
  },
};
