import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const verifyApplication: NonNullable<MutationResolvers['verifyApplication']> = async (_parent, { input }, context) => {
  const { id, verdict } = input;
  return perform(getViewer(context), id, {
    action: 'verify',
    input: { verdict },
    write: async (tx) => {
      const verdictText = input.text.trim();
      const problems = lengthProblems(verdictText, TEXT_LIMITS.reason, ['input', 'text']);
      if (problems.length) return { problems };
      await tx.application.update({ where: { id }, data: { verdict, verdictText } });
      return { data: { verdict, detail: verdictText } };
    },
  });
};
