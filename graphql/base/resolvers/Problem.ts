import { problemSentence } from '@/messages/sentence';
import type { ProblemResolvers } from './../../types.generated';

export const Problem: ProblemResolvers = {
  message: (problem, _arg, context) => problemSentence(context.language, problem.code, problem.params),
  code: ({ code }, _arg, _ctx) => {
    /* Problem.code resolver is required because Problem.code and ProblemMapper.code are not compatible */
    return code;
  },
};
